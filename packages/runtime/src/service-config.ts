import { z } from 'zod'
import { readSettings } from './settings.ts'

/** What every service reads from its environment. A service with more settings extends this schema. */
export const ServiceSettings = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a connection string that begins with postgres://'),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must be an address that begins with redis:// or rediss://')
    .optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
})

export type ServiceConfig = { databaseUrl: string; redisUrl: string | undefined; logLevel: string; metricsPort: number | undefined }

export function readServiceConfig(env: Record<string, string | undefined>): ServiceConfig {
  return serviceConfig(readSettings(ServiceSettings, env))
}

/** The settings under the names that code uses. */
export function serviceConfig(settings: z.infer<typeof ServiceSettings>): ServiceConfig {
  return { databaseUrl: settings.DATABASE_URL, redisUrl: settings.REDIS_URL, logLevel: settings.LOG_LEVEL, metricsPort: settings.METRICS_PORT }
}
