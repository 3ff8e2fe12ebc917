import { z } from 'zod'

/** What the pipeline's process is told by its parent, in the variable TIPWIRE_PIPELINE. */
export const PipelineConfig = z.object({
  databaseUrl: z.string(),
  redisUrl: z.string().nullable(),
  namespace: z.string().nullable(),
  /** Nobody else works on these queues: what a former process left on them is dropped and queued anew from the ledger. */
  alone: z.boolean(),
  logLevel: z.string(),
})
export type PipelineConfig = z.infer<typeof PipelineConfig>

export const VARIABLE = 'TIPWIRE_PIPELINE'

export function readPipelineConfig(env: NodeJS.ProcessEnv): PipelineConfig {
  return PipelineConfig.parse(JSON.parse(env[VARIABLE] ?? 'null'))
}

/** What the process tells its parent. */
export type PipelineMessage = { kind: 'ready' } | { kind: 'metrics'; metrics: unknown[] }
