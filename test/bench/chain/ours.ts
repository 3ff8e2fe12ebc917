import { startCollector } from '@tipwire/collector'
import { startDeduplicator } from '@tipwire/deduplicator'
import { startExtractor } from '@tipwire/extractor'
import { startPublisher } from '@tipwire/publisher'
import { openQueues } from '@tipwire/queue'
import { startResolver } from '@tipwire/resolver'
import { createLog, createMetrics } from '@tipwire/runtime'
import { startScheduler } from '@tipwire/scheduler'
import { openStore, workCounts } from '@tipwire/store'
import { waitUntil } from '@tipwire/testkit'
import { addFeeds } from '../../support/add-feeds.ts'
import type { ChainInput } from './chain.ts'

/** Documents a second, from the first poll to the last published event, all services in one process with their default settings. */
export async function run({ connectionString, redisUrl, feeds, documents }: ChainInput): Promise<number> {
  await using parts = new AsyncDisposableStack()
  const store = parts.use(openStore({ connectionString }))
  const log = createLog('bench', { level: 'error' })
  const queues = parts.use(await openQueues({ connectionString, redisUrl, log }))
  const controller = new AbortController()
  const common = { store, queues, log, metrics: createMetrics(), signal: controller.signal }
  for (const start of [startCollector, startDeduplicator, startExtractor, startResolver, startPublisher]) parts.use(await start(common))
  const began = performance.now()
  await addFeeds(connectionString, feeds)
  parts.use(await startScheduler(common))
  await waitUntil('all documents are published', async () => settled(await workCounts(store.db)) >= documents, 20 * 60_000)
  return documents / ((performance.now() - began) / 1000)
}

/** Documents that have come to their end: published, or skipped on the way for a known reason. */
function settled(counts: Awaited<ReturnType<typeof workCounts>>): number {
  const ended = counts.filter(
    ({ stage, state }) => (stage === 'publish' && state === 'done') || (stage !== 'poll' && (state === 'skipped' || state === 'quarantined')),
  )
  return ended.reduce((sum, { count }) => sum + count, 0)
}
