import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Outcome, type Stage, StageError, StaleWorkError, TooEarlyError, type Work } from '@tipwire/domain'
import { beginWork, dueWork, finishWork, listQuarantine, openAll, openWork } from '@tipwire/store'
import { redisBinary, startRedis, type TestRedis, type ThrowawayDatabase, throwawayDatabase, waitUntil } from '@tipwire/testkit'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pumpOnce, requeueAll, runStage, type StageSettings, stageSpec, waitUntilIdle } from '../src/index.ts'
import { openParts, type Parts, type Place } from './open-parts.ts'

const hasRedis = process.env.REDIS_URL !== undefined || redisBinary() !== null
const engines = [{ engine: 'postgres' as const }, ...(hasRedis ? [{ engine: 'redis' as const }] : [])]

describe.each(engines)('runStage on $engine', ({ engine }) => {
  let redis: TestRedis | undefined
  let redisUrl: string | undefined
  let database: ThrowawayDatabase
  let place: Place
  let parts: Parts
  let open: AsyncDisposableStack

  beforeAll(async () => {
    if (engine === 'postgres') return
    redis = process.env.REDIS_URL ? undefined : await startRedis()
    redisUrl = process.env.REDIS_URL ?? redis?.url
  })

  afterAll(async () => {
    await redis?.[Symbol.asyncDispose]()
  })

  beforeEach(async () => {
    open = new AsyncDisposableStack()
    database = open.use(await throwawayDatabase())
    place = { connectionString: database.connectionString, redisUrl }
    parts = open.use(await openParts(place))
    await sql`create table public.handled (id text)`.execute(parts.store.db)
  })

  afterEach(async () => {
    await open.disposeAsync()
  })

  async function handled(): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`select id from public.handled order by id`.execute(parts.store.db)
    return rows.map((row) => row.id)
  }

  async function row(stage: Stage, id: string) {
    return await parts.store.db.selectFrom('pipeline.work').selectAll().where('stage', '=', stage).where('id', '=', id).executeTakeFirstOrThrow()
  }

  async function pending(): Promise<number> {
    const { count } = await parts.store.db
      .selectFrom('pipeline.work')
      .select((of) => of.fn.countAll<number>().as('count'))
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow()
    return count
  }

  const drain = () => waitUntilIdle({ queues: parts.queues, pending, limitMs: 40_000 })
  const reconciler = () => ({ ...parts, dueWork: (input: Parameters<typeof dueWork>[1]) => dueWork(parts.store.db, input) })
  const pump = () => requeueAll(reconciler())

  /** The handler that every real stage has: its own writes and the end of the row in one transaction. */
  const note =
    (next: Stage | null = null) =>
    async (work: Work): Promise<Outcome> => {
      const outcome: Outcome = { kind: 'done', next: next ? [{ stage: next, id: work.id }] : [] }
      await parts.store.transaction(async (tx) => {
        await sql`insert into public.handled (id) values (${`${work.stage} ${work.id}`})`.execute(tx)
        await finishWork(tx, { work, outcome, run_id: parts.run_id })
      })
      return outcome
    }

  async function work(stage: Stage, handle: (work: Work, signal: AbortSignal) => Promise<Outcome>, settings: StageSettings = {}) {
    open.use(await runStage({ ...parts, stage, settings: { retryBaseMs: 50, ...settings } }, handle))
  }

  it('takes rows that the reconciler queues through one stage and, at once, into the next', async () => {
    const ids = Array.from({ length: 90 }, (_, i) => `doc_${String(i).padStart(3, '0')}`)
    await openAll(
      parts.store.db,
      ids.map((id) => ({ stage: 'deduplicate' as const, id })),
    )
    await work('deduplicate', note('extract'))
    await work('extract', note())
    expect(await pump()).toBeGreaterThanOrEqual(90)
    await drain()
    expect(await handled()).toEqual([...ids.map((id) => `deduplicate ${id}`), ...ids.map((id) => `extract ${id}`)])
    expect(await pump()).toBe(0)
  })

  it('leaves rows that were just made to the fast path, and queues them when that failed', async () => {
    await openWork(parts.store.db, { stage: 'extract', id: 'doc_forgotten' })
    expect(await pumpOnce(reconciler())).toBe(0)
    await waitUntil('the row is queued', async () => (await pumpOnce(reconciler())) === 1)
    expect((await parts.queues.counts('extract')).waiting).toBe(1)
  })

  it('quarantines a row whose error says never, and the rows beside it go on', async () => {
    await work('extract', async (row) => {
      if (row.id === 'doc_b') throw new StageError('READ_TIMEOUT', 'reading took longer than 5 s', { retry: 'never' })
      return await note()(row)
    })
    await openAll(
      parts.store.db,
      ['doc_a', 'doc_b', 'doc_c'].map((id) => ({ stage: 'extract' as const, id })),
    )
    await pump()
    await drain()
    expect(await handled()).toEqual(['extract doc_a', 'extract doc_c'])
    expect(await listQuarantine(parts.store.db, {})).toMatchObject([{ stage: 'extract', id: 'doc_b', cause: 'READ_TIMEOUT' }])
  })

  it('tries again later, alone, until it succeeds', async () => {
    let failures = 0
    await work('fetch', async (row) => {
      if (failures++ < 3) throw new StageError('FETCH_TIMEOUT', 'no answer within 20 s', { retry: 'later' })
      return await note()(row)
    })
    await openWork(parts.store.db, { stage: 'fetch', id: 'itm_slow' })
    await pump()
    await drain()
    expect(failures).toBe(4)
    expect(await row('fetch', 'itm_slow')).toMatchObject({ state: 'done', attempts: 0, starts: 0, error_code: null })
  })

  it('tries what comes too early when its time has come, and counts no attempt', async () => {
    const asked: number[] = []
    await work(
      'fetch',
      async (row) => {
        asked.push(Date.now())
        if (asked.length <= 4) throw new TooEarlyError('HOST_NOT_YET', 'the host was asked a moment ago', asked.length === 1 ? 700 : 20)
        return await note()(row)
      },
      { maxAttempts: 2 },
    )
    await openWork(parts.store.db, { stage: 'fetch', id: 'itm_early' })
    await pump()
    await waitUntil('it has been refused once', async () => (await row('fetch', 'itm_early')).error_code === 'HOST_NOT_YET')
    expect(await row('fetch', 'itm_early')).toMatchObject({ state: 'waiting', attempts: 0, starts: 0 })
    await drain()
    expect(await row('fetch', 'itm_early')).toMatchObject({ state: 'done', attempts: 0, starts: 0, error_code: null })
    expect(asked[1]! - asked[0]!).toBeGreaterThanOrEqual(690)
  })

  it('gives up after the last attempt, and the quarantine holds nothing of the text that an unexpected error quotes', async () => {
    await work('extract', async () => JSON.parse('Sokha Chan, 23, was held for months'), { maxAttempts: 3 })
    await openWork(parts.store.db, { stage: 'extract', id: 'doc_odd' })
    await pump()
    await drain()
    const kept = await row('extract', 'doc_odd')
    expect(kept).toMatchObject({ state: 'quarantined', error_code: 'UNEXPECTED', attempts: 2 })
    expect(kept.error_message).toMatch(/^SyntaxError at .*run-stage\.int\.test\.ts:\d+:\d+$/)
  })

  it('drops the write of a worker whose row another one has taken over', async () => {
    let refused: unknown
    await work('resolve', async (row) => {
      await beginWork(parts.store.db, { stage: 'resolve', ids: [row.id], max_starts: 5, run_id: parts.run_id })
      try {
        return await note()(row)
      } catch (error) {
        refused = error
        throw error
      }
    })
    await openWork(parts.store.db, { stage: 'resolve', id: 'doc_zombie' })
    await pump()
    await waitUntil('the write is refused', () => refused)
    expect(refused).toBeInstanceOf(StaleWorkError)
    await waitUntil('the job is over', async () => (await parts.queues.counts('resolve')).active === 0)
    expect(await handled()).toEqual([])
    expect(await row('resolve', 'doc_zombie')).toMatchObject({ state: 'waiting', attempts: 0 })
  })

  it('loses nothing when the queues lose everything', async () => {
    const ids = Array.from({ length: 30 }, (_, i) => `doc_${String(i).padStart(2, '0')}`)
    await openAll(
      parts.store.db,
      ids.map((id) => ({ stage: 'publish' as const, id })),
    )
    await pump()
    await parts.queues.clear()
    expect((await parts.queues.counts('publish')).waiting).toBe(0)
    await work('publish', note())
    expect(await pump()).toBe(30)
    await drain()
    expect(await handled()).toEqual(ids.map((id) => `publish ${id}`))
  })

  it('finishes everything once although workers are killed, and quarantines only the row that kills them', async () => {
    const ids = [...Array.from({ length: 40 }, (_, i) => `doc_${String(i).padStart(2, '0')}`), 'doc_poison']
    await openAll(
      parts.store.db,
      ids.map((id) => ({ stage: 'extract' as const, id })),
    )
    await pump()
    let starts = 0
    let child: ChildProcess | undefined
    open.defer(() => void child?.kill('SIGKILL'))
    const revive = async () => {
      starts += 1
      child = spawn(process.execPath, [join(import.meta.dirname, 'worker-process.ts'), JSON.stringify(place)], { stdio: ['ignore', 'pipe', 'inherit'] })
      const [line] = await once(child.stdout as NodeJS.ReadableStream, 'data')
      // One kill from outside, in the middle of its work.
      if (starts === 1 && String(line) !== '') child.kill('SIGKILL')
    }
    await revive()
    await waitUntil(
      'all rows are settled',
      async () => {
        if (child?.exitCode !== null || child.signalCode !== null) await revive()
        return (await pending()) === 0
      },
      55_000,
    )
    expect(await handled()).toEqual(ids.filter((id) => id !== 'doc_poison'))
    expect(await listQuarantine(parts.store.db, {})).toMatchObject([{ stage: 'extract', id: 'doc_poison', cause: 'STARTED_TOO_OFTEN' }])
  })

  it('opens no more connections than it says', async () => {
    for (const stage of ['poll', 'fetch', 'deduplicate', 'extract', 'resolve', 'publish'] as const) await work(stage, note())
    await parts.queues.add(
      'fetch',
      Array.from({ length: 50 }, (_, i) => `itm_${i}`),
    )
    await drain()
    const { rows } = await sql<{
      count: number
    }>`select count(*) as count from pg_stat_activity where datname = current_database() and application_name <> 'tipwire'`.execute(parts.store.db)
    if (engine === 'postgres') expect(rows[0]?.count).toBeLessThanOrEqual(parts.queues.connections())
    else expect(rows[0]?.count).toBe(0)
    expect(parts.queues.connections()).toBeLessThan(20)
  })

  it('stops without waiting for what is still queued, and a later start takes it up', async () => {
    const ids = Array.from({ length: stageSpec('resolve').batch * 4 }, (_, i) => `doc_${String(i).padStart(3, '0')}`)
    await openAll(
      parts.store.db,
      ids.map((id) => ({ stage: 'resolve' as const, id })),
    )
    await pump()
    const first = await runStage({ ...parts, stage: 'resolve' }, note())
    await waitUntil('work has begun', async () => (await handled()).length > 0)
    await first[Symbol.asyncDispose]()
    expect(await pending()).toBeGreaterThan(0)
    await work('resolve', note())
    await drain()
    expect(await handled()).toEqual(ids.map((id) => `resolve ${id}`))
  })
})
