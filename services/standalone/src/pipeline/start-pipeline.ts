import { startBrowserCollector } from '@tipwire/browser-collector'
import { readCollectorSettings, startCollector } from '@tipwire/collector'
import { startDeduplicator } from '@tipwire/deduplicator'
import { startExtractor } from '@tipwire/extractor'
import { startPublisher } from '@tipwire/publisher'
import { openQueues, requeueAll } from '@tipwire/queue'
import { startResolver } from '@tipwire/resolver'
import { type Part, runPeriodically, SECOND } from '@tipwire/runtime'
import { startScheduler } from '@tipwire/scheduler'
import { dueWork, openStore } from '@tipwire/store'
import type { PipelineConfig, PipelineMessage } from './pipeline-config.ts'

/** All of the pipeline's services in one process, the last stage first, so that whatever a stage hands on finds somebody. */
const services = [startPublisher, startResolver, startExtractor, startDeduplicator, startCollecting, startBrowserCollector, startScheduler]

function startCollecting(parts: Parameters<typeof startCollector>[0]) {
  return startCollector({ ...parts, settings: readCollectorSettings(process.env) })
}

const MAX_CONNECTIONS = 16

export async function startPipeline({ config, log, metrics, signal }: Part<PipelineConfig>): Promise<AsyncDisposable> {
  await using parts = new AsyncDisposableStack()
  const { databaseUrl, redisUrl, namespace, alone } = config
  const store = parts.use(openStore({ connectionString: databaseUrl, max: MAX_CONNECTIONS, applicationName: 'tipwire pipeline' }))
  const queues = parts.use(await openQueues({ connectionString: databaseUrl, redisUrl: redisUrl ?? undefined, namespace: namespace ?? undefined, log }))
  if (alone) {
    await queues.clear()
    await requeueAll({ queues, dueWork: (input) => dueWork(store.db, input), log, metrics })
  }
  for (const start of services) parts.use(await start({ store, queues, log, metrics, signal }))
  parts.use(
    runPeriodically({ name: 'send metrics', everyMs: 5 * SECOND, log, signal }, async () =>
      tell({ kind: 'metrics', metrics: await metrics.registry.getMetricsAsJSON() }),
    ),
  )
  tell({ kind: 'ready' })
  return parts.move()
}

function tell(message: PipelineMessage): void {
  if (process.connected) process.send?.(message)
}
