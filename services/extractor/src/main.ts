import { openQueues } from '@tipwire/queue'
import { run } from '@tipwire/runtime'
import { openStore } from '@tipwire/store'
import { readConfig } from './config.ts'
import { startExtractor } from './start.ts'

await run('extractor', readConfig, async ({ config, log, metrics, signal }) => {
  await using parts = new AsyncDisposableStack()
  const store = parts.use(openStore({ connectionString: config.databaseUrl, applicationName: 'extractor' }))
  const queues = parts.use(await openQueues({ connectionString: config.databaseUrl, redisUrl: config.redisUrl, log }))
  parts.use(await startExtractor({ store, queues, log, metrics, signal, settings: config.settings }))
  return parts.move()
})
