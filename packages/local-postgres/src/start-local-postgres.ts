import { mkdir, rename } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { UsageError } from '@tipwire/domain'
import { type Binaries, findBinaries } from './binaries.ts'
import { chooseDataPlace, clearPlace, exists, ownerOf } from './data-place.ts'
import { durable } from './flags.ts'
import { checkMajor, initCluster, SUPERUSER } from './init-cluster.ts'
import { type PostgresLog, silentLog } from './log.ts'
import { keepMemory, type Memory, newPassword, readMemory } from './memory.ts'
import { isFree, nextFreePort } from './ports.ts'
import { findPostmaster, sizeOf, stopPostmaster } from './postmaster.ts'
import { findServerUser, type ServerUser } from './server-user.ts'
import { type Started, startPostmaster, superuserClient, waitForRunning } from './start-postmaster.ts'

const DEFAULT_PORT = 7432
const MAX_LOG_BYTES = 16 * 1024 * 1024

export type LocalPostgresOptions = { directory: string; log?: PostgresLog; port?: number }

export type LocalPostgres = AsyncDisposable & {
  /** As the superuser, database `postgres`. */
  connectionString: string
  port: number
  /** The port of the start before; null at the first one. Another one now means that it was taken. */
  formerPort: number | null
  pid: number
  dataDirectory: string
  /** True when the server was already running, left by a former start. */
  attached: boolean
  /** A password that stays the same from start to start; made at the first call. */
  password(name: string): Promise<string>
  /** Fast shutdown, done within seconds. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that belongs to `directory`, or attaches to it when it still runs. Port and passwords stay the same from start to start.
 * Throws UsageError when the files are of another major version or another encoding.
 */
export async function startLocalPostgres({ directory, log = silentLog, port = DEFAULT_PORT }: LocalPostgresOptions): Promise<LocalPostgres> {
  const home = resolve(directory)
  await mkdir(home, { recursive: true })
  const user = await findServerUser()
  const binaries = await findBinaries(user)
  const memory = (await readMemory(home)) ?? { port: null, data_directory: null, passwords: {} }
  const data = await prepareData({ home, user, binaries, memory, log })
  const running = await attach(data, memory, log)
  const formerPort = memory.port
  const server = running ?? (await start({ data, user, binaries, memory, port, log }))
  await checkEncoding(server.port, memory)
  if (memory.port !== server.port) await keepMemory(home, Object.assign(memory, { port: server.port }))
  return handle({ home, memory, server, data, formerPort, attached: running !== null })
}

type Place = { home: string; user: ServerUser; binaries: Binaries; memory: Memory; log: PostgresLog }

async function prepareData({ home, user, binaries, memory, log }: Place): Promise<string> {
  if (memory.data_directory && (await exists(memory.data_directory))) {
    await checkMajor(memory.data_directory, binaries)
    return memory.data_directory
  }
  const place = await chooseDataPlace(home, user)
  const data = join(place, 'data')
  const leftover = await findPostmaster(data)
  if (leftover) await stopPostmaster(leftover.pid)
  const { movedTo } = await clearPlace(place, user)
  if (movedTo) log.warn({ moved_to: movedTo }, 'database files without their password were moved aside')
  if (!place.startsWith(home)) log.info({ data_directory: data, user: user?.name }, 'the database lies outside the directory, which only root may enter')
  memory.passwords[SUPERUSER] = newPassword()
  await initCluster({ binaries, place, user, password: superuserPassword(memory), sync: true })
  await keepMemory(home, Object.assign(memory, { data_directory: data }))
  return data
}

async function attach(data: string, memory: Memory, log: PostgresLog): Promise<Started | null> {
  const running = await findPostmaster(data)
  if (!running) return null
  if (!(await waitForRunning({ ...running, password: superuserPassword(memory) }))) return null
  log.info({ port: running.port, pid: running.pid }, 'attached to the database that was still running')
  return running
}

type StartInput = { data: string; user: ServerUser; binaries: Binaries; memory: Memory; port: number; log: PostgresLog }

async function start({ data, user, binaries, memory, port, log }: StartInput): Promise<Started> {
  const logFile = `${data}.log`
  if ((await sizeOf(logFile)) > MAX_LOG_BYTES) await rename(logFile, `${logFile}.1`)
  const free = memory.port !== null && (await isFree(memory.port)) ? memory.port : await nextFreePort(port)
  const owner = await ownerOf(data, user)
  // A pid file that names a living program which is no PostgreSQL was removed already; one that is left names our own half-started server.
  const server = await startPostmaster({
    postgres: binaries.postgres,
    data,
    logFile,
    port: free,
    user: owner,
    flags: durable,
    password: superuserPassword(memory),
  })
  if (memory.port !== null && memory.port !== server.port)
    log.warn({ former_port: memory.port, port: server.port }, 'the port of the database was taken, it has another one now')
  return server
}

async function checkEncoding(port: number, memory: Memory): Promise<void> {
  const client = superuserClient(port, superuserPassword(memory))
  await client.connect()
  try {
    const { rows } = await client.query<{ encoding: string }>("select current_setting('server_encoding') as encoding")
    const encoding = rows[0]?.encoding
    if (encoding !== 'UTF8') throw new UsageError(`The database stores text as ${encoding}; Tipwire needs UTF8. Move the folder away to begin afresh.`)
  } finally {
    await client.end()
  }
}

function superuserPassword(memory: Memory): string {
  const password = memory.passwords[SUPERUSER]
  if (password === undefined) throw new UsageError('postgres.json holds no password of the database: move the folder away to begin afresh.')
  return password
}

type Handled = { home: string; memory: Memory; server: Started; data: string; formerPort: number | null; attached: boolean }

function handle({ home, memory, server, data, formerPort, attached }: Handled): LocalPostgres {
  const stop = () => stopPostmaster(server.pid)
  return {
    connectionString: `postgres://${SUPERUSER}:${superuserPassword(memory)}@127.0.0.1:${server.port}/postgres`,
    port: server.port,
    formerPort,
    pid: server.pid,
    dataDirectory: data,
    attached,
    password: async (name) => {
      const known = memory.passwords[name]
      if (known !== undefined) return known
      const made = newPassword()
      memory.passwords[name] = made
      await keepMemory(home, memory)
      return made
    },
    stop,
    [Symbol.asyncDispose]: stop,
  }
}
