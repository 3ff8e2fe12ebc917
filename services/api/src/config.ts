import { readSettings, ServiceSettings, serviceConfig } from '@tipwire/runtime'
import { z } from 'zod'

const ApiSettings = ServiceSettings.extend({
  /** Only this machine by default: whoever reaches the API reads everything that the analyst role may read. */
  API_HOST: z.string().default('127.0.0.1'),
  API_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  API_CONNECTIONS: z.coerce.number().int().min(1).max(100).default(8),
  /** Set when the store holds the invented sample: every page says so. */
  TIPWIRE_SAMPLE: z.stringbool().default(false),
})

/** The settings of this service from the environment; mistakes come together as one UsageError. */
export function readConfig(env: Record<string, string | undefined>) {
  const settings = readSettings(ApiSettings, env)
  return {
    ...serviceConfig(settings),
    host: settings.API_HOST,
    port: settings.API_PORT,
    connections: settings.API_CONNECTIONS,
    sample: settings.TIPWIRE_SAMPLE,
  }
}
