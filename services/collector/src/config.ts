import { readSettings, SECOND, ServiceSettings, serviceConfig } from '@tipwire/runtime'
import { z } from 'zod'

const MEBIBYTE = 1024 * 1024

const Collecting = z.object({
  USER_AGENT: z.string().min(1).optional(),
  TIPWIRE_CONTACT: z
    .string()
    .regex(/^[\x21-\x7e]{3,200}$/, 'must be an e-mail or web address without spaces')
    .optional(),
  HOST_PACE_S: z.coerce.number().min(0).max(3600).optional(),
  FETCH_DEADLINE_S: z.coerce.number().min(1).max(120).optional(),
  READER_THREADS: z.coerce.number().int().min(1).max(64).optional(),
})
const Settings = ServiceSettings.extend(Collecting.shape)

/** How politely and how patiently pages are fetched and read. */
export type CollectorSettings = Readonly<{
  userAgent: string
  /** Least time between two requests to one host, over all processes; null: a second, and none on this machine itself. */
  hostPaceMs: number | null
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
  userAgent: userAgent(),
  hostPaceMs: null,
  deadlineMs: 20 * SECOND,
  feedMaxBytes: 15 * MEBIBYTE,
  pageMaxBytes: 10 * MEBIBYTE,
  threads: 2,
  parseDeadlineMs: 10 * SECOND,
}

export function readConfig(env: Record<string, string | undefined>) {
  return { ...serviceConfig(readSettings(Settings, env)), settings: readCollectorSettings(env) }
}

/** The settings of collecting alone, for whoever runs the collector together with other services. */
export function readCollectorSettings(env: Record<string, string | undefined>): Partial<CollectorSettings> {
  const read = readSettings(Collecting, env)
  const introduction = read.USER_AGENT ?? (read.TIPWIRE_CONTACT === undefined ? undefined : userAgent(read.TIPWIRE_CONTACT))
  return {
    ...(introduction === undefined ? {} : { userAgent: introduction }),
    ...(read.HOST_PACE_S === undefined ? {} : { hostPaceMs: read.HOST_PACE_S * SECOND }),
    ...(read.FETCH_DEADLINE_S === undefined ? {} : { deadlineMs: read.FETCH_DEADLINE_S * SECOND }),
    ...(read.READER_THREADS === undefined ? {} : { threads: read.READER_THREADS }),
  }
}

/** How we introduce ourselves: by a name that robots.txt can address, what we do, and whom to write to. */
function userAgent(contact?: string): string {
  return `Tipwire/0.1 (event wire; reads feeds and linked articles${contact === undefined ? '' : `; contact: ${contact}`})`
}
