import { run } from '@tipwire/runtime'
import { readConfig } from './config.ts'
import { startStandalone } from './start.ts'

await run('standalone', readConfig, ({ config, metrics, signal }) => startStandalone({ ...config, metrics, signal }))
