import type { Outcome, Work } from '@tipwire/domain'
import { dueWork, finishWork, openAll } from '@tipwire/store'
import { redisBinary, startRedis, throwawayDatabase, waitUntil } from '@tipwire/testkit'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { pumpOnce, requeueAll, runStage } from '../src/index.ts'
import { openParts, type Parts } from './open-parts.ts'

const ids = Array.from({ length: 200 }, (_, i) => `doc_${String(i).padStart(3, '0')}`)

/** Two hundred rows of work, queued; the handler notes each one in the transaction that ends it. */
async function begin(parts: Parts): Promise<AsyncDisposable> {
  await sql`create table public.handled (id text)`.execute(parts.store.db)
  await openAll(
    parts.store.db,
    ids.map((id) => ({ stage: 'extract' as const, id })),
  )
  await requeueAll({ ...parts, dueWork: (input) => dueWork(parts.store.db, input) })
  return await runStage({ ...parts, stage: 'extract', settings: { retryBaseMs: 50, concurrency: 2 } }, async (work: Work): Promise<Outcome> => {
    const outcome: Outcome = { kind: 'done', next: [] }
    await parts.store.transaction(async (tx) => {
      await sql`insert into public.handled (id) values (${work.id})`.execute(tx)
      await finishWork(tx, { work, outcome, run_id: parts.run_id })
    })
    return outcome
  })
}

async function handled(parts: Parts): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from public.handled order by id`.execute(parts.store.db)
  return rows.map((row) => row.id)
}

/** The reconciler runs beside it, as the scheduler does; without it nothing that a queue lost would come back. */
async function finish(parts: Parts): Promise<string[]> {
  return await waitUntil(
    'every row is handled',
    async () => {
      await pumpOnce({ ...parts, dueWork: (input) => dueWork(parts.store.db, input) }).catch(() => 0)
      const found = await handled(parts).catch(() => [])
      return found.length >= ids.length ? found : null
    },
    50_000,
  )
}

describe('a queue in trouble', () => {
  it('goes on when PostgreSQL ends all of its connections in the middle of the work, and does nothing twice', async () => {
    await using database = await throwawayDatabase()
    await using parts = await openParts({ connectionString: database.connectionString })
    await using _stage = await begin(parts)
    for (let round = 1; round <= 3; round++) {
      await waitUntil('work goes on', async () => (await handled(parts).catch(() => [])).length >= round * 20)
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(parts.store.db)
    }
    expect(await finish(parts)).toEqual(ids)
  })

  it.runIf(redisBinary())('goes on when Redis is killed, comes back, and has forgotten everything, and does nothing twice', async () => {
    await using database = await throwawayDatabase()
    await using redis = await startRedis()
    await using parts = await openParts({ connectionString: database.connectionString, redisUrl: redis.url })
    await using _stage = await begin(parts)
    await waitUntil('work goes on', async () => (await handled(parts)).length >= 20)
    await redis.kill()
    await expect(parts.queues.add('extract', ['doc_000'])).rejects.toThrow()
    await redis.start()
    await waitUntil('Redis is back', () =>
      parts.queues.clear().then(
        () => true,
        () => false,
      ),
    )
    expect(await finish(parts)).toEqual(ids)
  })
})
