import { SourceSpec } from '@tipwire/domain'
import { openQueues } from '@tipwire/queue'
import { createLog, createMetrics } from '@tipwire/runtime'
import { addSource, openAll, openStore, openWork, saveItems, startRun } from '@tipwire/store'
import { aFeedEntry, aSource, throwawayDatabase, waitUntil } from '@tipwire/testkit'
import { expect, it } from 'vitest'
import { startScheduler } from './start.ts'

async function schedulerFixture() {
  const parts = new AsyncDisposableStack()
  const { connectionString } = parts.use(await throwawayDatabase())
  const store = parts.use(openStore({ connectionString }))
  const queues = parts.use(await openQueues({ connectionString }))
  const metrics = createMetrics()
  const log = createLog('scheduler', { level: 'fatal' })
  const start = async () => parts.use(await startScheduler({ store, queues, log, metrics, signal: new AbortController().signal, settings: { everyMs: 20 } }))
  return { store, queues, metrics, start, [Symbol.asyncDispose]: () => parts.disposeAsync() }
}

it('queues what is due and leaves alone what is not, without being told', async () => {
  await using fixture = await schedulerFixture()
  const { store, queues, metrics } = fixture
  await fixture.start()
  await store.transaction(async (tx) => {
    await addSource(tx, SourceSpec.parse({ name: 'River Post', url: 'https://river-post.example/feed' }))
    await openAll(
      tx,
      Array.from({ length: 25 }, (_, i) => ({ stage: 'deduplicate' as const, id: `doc_${i}` })),
    )
    await openWork(tx, { stage: 'fetch', id: 'itm_tomorrow', not_before: new Date(Date.now() + 86_400_000) })
  })
  await waitUntil(
    'the poll and the documents are queued',
    async () => (await queues.counts('poll')).waiting === 1 && (await queues.counts('deduplicate')).waiting === 2,
  )
  expect((await queues.counts('fetch')).waiting).toBe(0)
  expect(await metrics.registry.metrics()).toContain('tipwire_work_queued_total{stage="deduplicate"} 25')
})

it('deletes texts whose retention time has passed, and no others', async () => {
  await using fixture = await schedulerFixture()
  const { store } = fixture
  const run_id = await startRun(store.db, { service: 'test', version: '0' })
  const [short, long] = await store.transaction(async (tx) => {
    const save = async (name: string, retention_days: number) => {
      const source_id = await addSource(tx, { ...aSource(), name, url: `https://${name}.example/feed`, retention_days })
      return (await saveItems(tx, { source_id, entries: [aFeedEntry()], run_id })).new_ids[0] as string
    }
    return [await save('short', 0), await save('long', 90)]
  })
  const held = async () => (await store.db.selectFrom('restricted.items').select('item_id').execute()).map(({ item_id }) => item_id)
  expect((await held()).sort()).toEqual([short, long].sort())
  await fixture.start()
  await waitUntil('the expired text is gone', async () => (await held()).length === 1)
  expect(await held()).toEqual([long])
})
