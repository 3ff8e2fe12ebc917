import { readSettings, SECOND, ServiceSettings, serviceConfig } from '@tipwire/runtime'
import { z } from 'zod'

const MEBIBYTE = 1024 * 1024

const Settings = ServiceSettings.extend({
  USER_AGENT: z.string().min(1).optional(),
  FETCH_DEADLINE_S: z.coerce.number().min(1).max(120).optional(),
  READER_THREADS: z.coerce.number().int().min(1).max(64).optional(),
})

/** How politely and how patiently pages are fetched and read. */
export type CollectorSettings = Readonly<{
  userAgent: string
  /** Limit of one fetch, redirects and body included. */
  deadlineMs: number
  /** Limits of an unpacked answer. */
  feedMaxBytes: number
  pageMaxBytes: number
  /** Threads that parse, and the time after which a parse is given up with its thread. */
  threads: number
  parseDeadlineMs: number
}>

export const defaults: CollectorSettings = {
  userAgent: 'Tipwire/0.1 (event wire; reads feeds and linked articles)',
  deadlineMs: 20 * SECOND,
  feedMaxBytes: 15 * MEBIBYTE,
  pageMaxBytes: 10 * MEBIBYTE,
  threads: 2,
  parseDeadlineMs: 10 * SECOND,
}

export function readConfig(env: Record<string, string | undefined>) {
  const read = readSettings(Settings, env)
  const settings: Partial<CollectorSettings> = {
    ...(read.USER_AGENT === undefined ? {} : { userAgent: read.USER_AGENT }),
    ...(read.FETCH_DEADLINE_S === undefined ? {} : { deadlineMs: read.FETCH_DEADLINE_S * SECOND }),
    ...(read.READER_THREADS === undefined ? {} : { threads: read.READER_THREADS }),
  }
  return { ...serviceConfig(read), settings }
}
