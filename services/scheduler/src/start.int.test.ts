import { SourceSpec } from '@tipwire/domain'
import { openQueues } from '@tipwire/queue'
import { createLog, createMetrics } from '@tipwire/runtime'
import { addSource, openAll, openStore, openWork } from '@tipwire/store'
import { throwawayDatabase, waitUntil } from '@tipwire/testkit'
import { expect, it } from 'vitest'
import { startScheduler } from './start.ts'

it('queues what is due and leaves alone what is not, without being told', async () => {
  await using parts = new AsyncDisposableStack()
  const { connectionString } = parts.use(await throwawayDatabase())
  const store = parts.use(openStore({ connectionString }))
  const queues = parts.use(await openQueues({ connectionString }))
  const metrics = createMetrics()
  parts.use(
    await startScheduler({
      store,
      queues,
      log: createLog('scheduler', { level: 'fatal' }),
      metrics,
      signal: new AbortController().signal,
      settings: { everyMs: 20 },
    }),
  )
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
