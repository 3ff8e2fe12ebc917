import { openQueues } from '@tipwire/queue'
import { run } from '@tipwire/runtime'
import { openStore } from '@tipwire/store'
import { readConfig } from './config.ts'
import { startScheduler } from './start.ts'

await run('scheduler', readConfig, async ({ config, log, metrics, signal }) => {
  await using parts = new AsyncDisposableStack()
  const store = parts.use(openStore({ connectionString: config.databaseUrl, max: 2, applicationName: 'scheduler' }))
  const queues = parts.use(await openQueues({ connectionString: config.databaseUrl, redisUrl: config.redisUrl, log }))
  parts.use(await startScheduler({ store, queues, log, metrics, signal, settings: config.scheduler }))
  return parts.move()
})
