import { openQueues } from '@tipwire/queue'
import { readServiceConfig, run } from '@tipwire/runtime'
import { openStore } from '@tipwire/store'
import { startResolver } from './start.ts'

await run('resolver', readServiceConfig, async ({ config, log, metrics, signal }) => {
  await using parts = new AsyncDisposableStack()
  const store = parts.use(openStore({ connectionString: config.databaseUrl, applicationName: 'resolver' }))
  const queues = parts.use(await openQueues({ connectionString: config.databaseUrl, redisUrl: config.redisUrl, log }))
  parts.use(await startResolver({ store, queues, log, metrics, signal }))
  return parts.move()
})
