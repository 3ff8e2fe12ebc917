import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { readSettings, ServiceSettings } from '@tipwire/runtime'
import { z } from 'zod'

const Settings = ServiceSettings.partial({ DATABASE_URL: true }).extend({
  TIPWIRE_HOME: z.string().optional(),
  TIPWIRE_SOURCES: z.string().optional(),
  TIPWIRE_SAMPLE_PACE: z.enum(['manual', 'live', 'fast', 'all']).default('live'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(4000),
  DATABASE_PORT: z.coerce.number().int().min(1).max(65_535).default(7432),
})

export type StandaloneConfig = ReturnType<typeof readConfig>

export function readConfig(env: Record<string, string | undefined>, cwd = process.cwd()) {
  const read = readSettings(Settings, env)
  return {
    // Lines of the log go to a file; the terminal is for people.
    logLevel: 'warn',
    fileLogLevel: read.LOG_LEVEL,
    directory: read.TIPWIRE_HOME ? resolve(read.TIPWIRE_HOME) : join(findRepository(cwd), '.tipwire'),
    sourcesFile: read.TIPWIRE_SOURCES ? resolve(read.TIPWIRE_SOURCES) : null,
    databaseUrl: read.DATABASE_URL ?? null,
    redisUrl: read.REDIS_URL ?? null,
    databasePort: read.DATABASE_PORT,
    host: read.HOST,
    port: read.PORT,
    pace: read.TIPWIRE_SAMPLE_PACE,
  }
}

/** The folder that the workspace lies in, so that the data is the same wherever in it one stands; else the current folder. */
function findRepository(from: string): string {
  for (let folder = from; dirname(folder) !== folder; folder = dirname(folder)) {
    if (existsSync(join(folder, 'pnpm-workspace.yaml'))) return folder
  }
  return from
}
