import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { UsageError } from '@tipwire/domain'
import { z } from 'zod'
import { describeIssues } from './describe-issues.ts'

/** Where a running Tipwire can be reached, as `tipwire up` writes it into its data directory. */
const Connection = z.object({
  /** True while the store is the invented sample. */
  sample: z.boolean().default(false),
  api: z.string().nullish(),
  /** Connection strings of the store in use, by role. */
  analyst: z.string(),
  service: z.string(),
  /** The own store, also while the sample is in use. */
  own_analyst: z.string().nullish(),
  own_service: z.string().nullish(),
  pid: z.int().nullish(),
})
export type Connection = z.infer<typeof Connection>

/** The data directory: TIPWIRE_HOME, or `.tipwire` here or in a folder above. Null when there is none. */
export function dataDirectory(env = process.env, from = process.cwd()): string | null {
  if (env.TIPWIRE_HOME) return resolve(env.TIPWIRE_HOME)
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, '.tipwire')
    if (existsSync(candidate)) return candidate
    if (dirname(folder) === folder) return null
  }
}

/** How to reach the store: DATABASE_URL when set, else what a running Tipwire wrote. Throws a UsageError that says what to do. */
export function findConnection(env = process.env): Connection {
  const directory = dataDirectory(env)
  const file = directory === null ? null : join(directory, 'connection.json')
  if (env.DATABASE_URL) return named(env.DATABASE_URL, { env, file })
  if (file === null || !existsSync(file))
    throw new UsageError('no Tipwire runs in this folder or above it. Start it with "tipwire up" (or "npm start"), or set TIPWIRE_HOME or DATABASE_URL.')
  const parsed = Connection.safeParse(parseJson(readFileSync(file, 'utf8')))
  if (parsed.success) return parsed.data
  throw new UsageError(`${file} cannot be read (${describeIssues(parsed.error)}). Stop Tipwire, delete the file, and start it again.`)
}

/** The database that DATABASE_URL names; while the Tipwire that works on it shows the sample, the sample that lies beside it. */
function named(url: string, { env, file }: { env: NodeJS.ProcessEnv; file: string | null }): Connection {
  if (!/^postgres(ql)?:\/\//.test(url)) throw new UsageError('DATABASE_URL must be a connection string that begins with postgres://.')
  const running = file !== null && existsSync(file) ? Connection.safeParse(parseJson(readFileSync(file, 'utf8'))).data : undefined
  if (running?.own_service === url) return running
  return { sample: env.TIPWIRE_SAMPLE === 'true', api: env.TIPWIRE_API ?? null, analyst: url, service: url }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
