import { availableParallelism } from 'node:os'
import { readSettings, SECOND, ServiceSettings, serviceConfig } from '@tipwire/runtime'
import { z } from 'zod'

export type ExtractorSettings = Readonly<{
  /** Threads that read; one per core. */
  threads: number
  /** How long one document may take. */
  deadlineMs: number
  /** Memory of one thread. */
  maxHeapMb: number
  /** Longer texts are not read (UTF-16 units). */
  maxLength: number
}>

export const defaults: ExtractorSettings = { threads: availableParallelism(), deadlineMs: 5 * SECOND, maxHeapMb: 768, maxLength: 300_000 }

const Settings = ServiceSettings.extend({
  READER_THREADS: z.coerce.number().int().min(1).max(64).optional(),
  READER_DEADLINE_S: z.coerce.number().min(0.1).max(60).optional(),
})

export function readConfig(env: Record<string, string | undefined>) {
  const read = readSettings(Settings, env)
  const settings: Partial<ExtractorSettings> = {
    ...(read.READER_THREADS === undefined ? {} : { threads: read.READER_THREADS }),
    ...(read.READER_DEADLINE_S === undefined ? {} : { deadlineMs: read.READER_DEADLINE_S * SECOND }),
  }
  return { ...serviceConfig(read), settings }
}
