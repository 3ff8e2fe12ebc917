import { openQueues } from '@tipwire/queue'
import { run } from '@tipwire/runtime'
import { openStore } from '@tipwire/store'
import { readConfig } from './config.ts'
import { startBrowserCollector } from './start.ts'

await run('browser-collector', readConfig, async ({ config, log, metrics, signal }) => {
  await using parts = new AsyncDisposableStack()
  const store = parts.use(openStore({ connectionString: config.databaseUrl, applicationName: 'browser-collector' }))
  const queues = parts.use(await openQueues({ connectionString: config.databaseUrl, redisUrl: config.redisUrl, log }))
  parts.use(await startBrowserCollector({ store, queues, log, metrics, signal, settings: config.settings }))
  return parts.move()
})
