import { run } from '@tipwire/runtime'
import { readPipelineConfig } from './pipeline-config.ts'
import { startPipeline } from './start-pipeline.ts'

// Without the parent there is nobody to restart or to stop us: end in good order.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
await run('pipeline', readPipelineConfig, startPipeline)
if (process.connected) process.disconnect()
