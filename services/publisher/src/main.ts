import { openQueues } from '@tipwire/queue'
import { readServiceConfig, run } from '@tipwire/runtime'
import { openStore } from '@tipwire/store'
import { startPublisher } from './start.ts'

await run('publisher', readServiceConfig, async ({ config, log, metrics, signal }) => {
  await using parts = new AsyncDisposableStack()
  const store = parts.use(openStore({ connectionString: config.databaseUrl, applicationName: 'publisher' }))
  const queues = parts.use(await openQueues({ connectionString: config.databaseUrl, redisUrl: config.redisUrl, log }))
  parts.use(await startPublisher({ store, queues, log, metrics, signal }))
  return parts.move()
})
