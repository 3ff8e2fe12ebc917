import { newId, StaleWorkError } from '@tipwire/domain'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { type StoreFixture, storeFixture } from '../../../test/store-fixture.ts'
import { beginWork, finishAll, openAll } from '../../index.ts'

const workers = 6
const rows = 60

/** Takes random batches until nothing waits; a third of all batches dies after its writes and before its end, as if killed. */
async function work({ store, run_id }: StoreFixture, all: readonly string[], seed: number): Promise<void> {
  for (let turn = seed; ; turn += 1) {
    const batch = all.filter((_, index) => (index * 7 + turn * 3) % 5 === 0)
    const waiting = await store.db.selectFrom('pipeline.work').select('id').where('stage', '=', 'extract').where('state', '=', 'waiting').execute()
    if (waiting.length === 0) return
    const { started } = await beginWork(store.db, { stage: 'extract', ids: batch, max_starts: 1_000_000, run_id })
    const finished = started.map(({ id, ...held }) => ({ work: { ...held, id }, outcome: { kind: 'done', next: [{ stage: 'resolve', id }] } as const }))
    await store
      .transaction(async (tx) => {
        for (const { id } of started) await sql`insert into probe values (${id})`.execute(tx)
        if (turn % 3 === 0) throw new StaleWorkError('killed')
        await finishAll(tx, { finished, run_id })
      })
      .catch((error: unknown) => {
        if (!(error instanceof StaleWorkError)) throw error
      })
  }
}

it('many workers on the same rows, many of them dying, write each result exactly once', async () => {
  await using fixture = await storeFixture()
  const { db } = fixture.store
  await sql`create table probe (id text not null)`.execute(db)
  const all = Array.from({ length: rows }, () => newId('doc')).sort()
  await openAll(
    db,
    all.map((id) => ({ stage: 'extract' as const, id })),
  )
  await Promise.all(Array.from({ length: workers }, (_, seed) => work(fixture, all, seed)))
  const written = await sql<{ id: string }>`select id from probe order by id`.execute(db)
  expect(written.rows.map((row) => row.id)).toEqual(all)
  const next = await db.selectFrom('pipeline.work').select('id').where('stage', '=', 'resolve').where('state', '=', 'waiting').orderBy('id').execute()
  expect(next.map((row) => row.id)).toEqual(all)
})
