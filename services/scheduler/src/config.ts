import { readSettings, ServiceSettings, serviceConfig } from '@tipwire/runtime'
import { z } from 'zod'

const Settings = ServiceSettings.extend({
  SCHEDULE_EVERY_MS: z.coerce.number().int().min(100).max(60_000).optional(),
  SCHEDULE_LIMIT: z.coerce.number().int().min(1).max(10_000).optional(),
})

export function readConfig(env: Record<string, string | undefined>) {
  const settings = readSettings(Settings, env)
  const { SCHEDULE_EVERY_MS: everyMs, SCHEDULE_LIMIT: limit } = settings
  return { ...serviceConfig(settings), scheduler: { ...(everyMs === undefined ? {} : { everyMs }), ...(limit === undefined ? {} : { limit }) } }
}
