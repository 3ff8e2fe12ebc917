import { run } from '@tipwire/runtime'
import { openStore } from '@tipwire/store'
import { readConfig } from './config.ts'
import { startApi } from './start.ts'

await run('api', readConfig, async ({ config, log, metrics }) => {
  await using parts = new AsyncDisposableStack()
  const store = parts.use(openStore({ connectionString: config.databaseUrl, max: config.connections, applicationName: 'tipwire-api' }))
  parts.use(await startApi({ store, log, metrics, settings: { host: config.host, port: config.port, sample: config.sample } }))
  return parts.move()
})
