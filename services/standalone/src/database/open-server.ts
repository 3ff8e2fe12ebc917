import type { Log } from '@tipwire/runtime'
import { databaseUrl, ensureDatabase, setRolePasswords } from '@tipwire/store'
import type { Say } from '../output/say.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { explainRefusal } from './explain-refusal.ts'
import { keepPostgres } from './keep-postgres.ts'
import { lockOrRefuse } from './lock-or-refuse.ts'

/** A database that is ready for use, and how each role gets in. */
export type Database = { name: string; admin: string; service: string; analyst: string; created: boolean }

export type Server = AsyncDisposable & {
  /** Connection string for locks and for making databases. */
  admin: string
  /** True when this machine's own server is used, so that nobody else works on its queues. */
  own: boolean
  dataDirectory: string | null
  /** Makes the database if it is missing and brings it to the newest schema. */
  prepare(kind: 'own' | 'sample'): Promise<Database>
  name(kind: 'own' | 'sample'): string
}

export type ServerOptions = { directory: string; databaseUrl: string | null; databasePort: number; log: Log; say: Say }

/** The database server: the one that DATABASE_URL names, else a PostgreSQL of this directory. Throws UsageError when another standalone works on it. */
export async function openServer(options: ServerOptions): Promise<Server> {
  return options.databaseUrl === null ? await openLocal(options) : await openExternal(options.databaseUrl)
}

async function openLocal({ directory, databasePort, log, say }: ServerOptions): Promise<Server> {
  const server = await keepPostgres({ directory, port: databasePort, log })
  const { postgres } = server
  if (!postgres.dataDirectory.startsWith(directory)) say(`The database lies in ${postgres.dataDirectory}: its user may not enter ${directory}.`)
  const wanted = postgres.formerPort ?? databasePort
  if (postgres.port !== wanted) say(`Port ${wanted} is taken: the database listens on ${postgres.port}.`)
  const name = (kind: 'own' | 'sample') => (kind === 'own' ? 'tipwire' : 'tipwire_sample')
  return {
    admin: postgres.connectionString,
    own: true,
    dataDirectory: postgres.dataDirectory,
    name,
    async prepare(kind) {
      const { connectionString: admin, created } = await ensureDatabase({ connectionString: postgres.connectionString, name: name(kind) })
      await bringUpToDate(admin)
      const passwords = { tipwire_service: await postgres.password('tipwire_service'), tipwire_analyst: await postgres.password('tipwire_analyst') }
      await setRolePasswords({ connectionString: admin, passwords })
      const as = (role: keyof typeof passwords) => `postgres://${role}:${passwords[role]}@localhost:${postgres.port}/${name(kind)}`
      return { name: name(kind), admin, service: as('tipwire_service'), analyst: as('tipwire_analyst'), created }
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

/** A server of the user's: its roles and passwords are theirs to set, so we come in as the user that they named. */
async function openExternal(url: string): Promise<Server> {
  const lock = await explainRefusal(url, () => lockOrRefuse(url))
  const own = decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres'
  const name = (kind: 'own' | 'sample') => (kind === 'own' ? own : `${own}_sample`)
  return {
    admin: url,
    own: false,
    dataDirectory: null,
    name,
    async prepare(kind) {
      const connectionString = databaseUrl(url, name(kind))
      const created = await explainRefusal(url, async () => {
        const made = kind === 'sample' && (await ensureDatabase({ connectionString: url, name: name(kind) })).created
        await bringUpToDate(connectionString)
        return made
      })
      return { name: name(kind), admin: connectionString, service: connectionString, analyst: connectionString, created }
    },
    [Symbol.asyncDispose]: () => lock[Symbol.asyncDispose](),
  }
}
