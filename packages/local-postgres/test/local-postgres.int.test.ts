import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type LocalPostgres, startLocalPostgres, startThrowawayPostgres } from '../src/index.ts'
import { isReachable } from '../src/reachable.ts'

const isRoot = process.getuid?.() === 0
const cleanUps: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

async function newDirectory(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'local-postgres-'))
  await chmod(folder, mode)
  cleanUps.push(() => rm(folder, { recursive: true, force: true }))
  return join(folder, '.tipwire')
}

async function start(directory: string, options: { port?: number } = {}): Promise<LocalPostgres> {
  const server = await startLocalPostgres({ directory, port: 17_432, ...options })
  cleanUps.push(async () => {
    await server.stop()
    if (!server.dataDirectory.startsWith(directory)) await rm(join(server.dataDirectory, '..'), { recursive: true, force: true })
  })
  return server
}

async function ask<Row extends pg.QueryResultRow>(connectionString: string, query: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<Row>(query)).rows
  } finally {
    await client.end()
  }
}

async function inProcess(kind: string, directory: string, owner: { uid?: number; gid?: number } = {}) {
  const script = join(import.meta.dirname, 'start-and-wait.ts')
  const child: ChildProcess = spawn(process.execPath, [script, kind, directory], { stdio: ['ignore', 'pipe', 'inherit'], ...owner })
  const [line] = await once(child.stdout as NodeJS.ReadableStream, 'data')
  const started: { pid: number; port: number; connectionString: string } = JSON.parse(String(line))
  const kill = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return { ...started, kill }
}

const nobody = { uid: 65_534, gid: 65_534 }
// In a checkout that only root may enter, that user could not even start Node.
const nobodyMayRunNode = await isReachable(process.execPath, { ...nobody, name: 'nobody' })

describe('startLocalPostgres', () => {
  it('stores UTF-8 sorted by code point, whatever the environment says', async () => {
    const server = await start(await newDirectory())
    const rows = await ask(
      server.connectionString,
      "select current_setting('server_encoding') as encoding, datlocprovider as provider, datlocale as locale from pg_database where datname = 'postgres'",
    )
    expect(rows).toEqual([{ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' }])
  })

  it('keeps data, port and passwords from start to start, the passwords readable by their owner alone', async () => {
    const directory = await newDirectory()
    const first = await start(directory)
    await ask(first.connectionString, 'create table kept as select 14 as people')
    const password = await first.password('tipwire_analyst')
    await first.stop()
    const second = await start(directory)
    expect(second).toMatchObject({ port: first.port, connectionString: first.connectionString, attached: false })
    expect(await second.password('tipwire_analyst')).toBe(password)
    expect(await ask(second.connectionString, 'select people from kept')).toEqual([{ people: 14 }])
    expect((await stat(join(directory, 'postgres.json'))).mode & 0o777).toBe(0o600)
  })

  it('attaches to the server of a process that was killed', async () => {
    const directory = await newDirectory()
    const killed = await inProcess('local', directory)
    await killed.kill()
    const server = await start(directory)
    expect(server).toMatchObject({ attached: true, pid: killed.pid, connectionString: killed.connectionString })
  })

  it('recovers what was committed when the server itself was killed', async () => {
    const directory = await newDirectory()
    const first = await start(directory)
    await ask(first.connectionString, 'create table kept as select 650 as people')
    process.kill(first.pid, 'SIGKILL')
    const second = await start(directory)
    expect(await ask(second.connectionString, 'select people from kept')).toEqual([{ people: 650 }])
  })

  it('clears a pid file that names a living program which is not this server', async () => {
    const directory = await newDirectory()
    const first = await start(directory)
    await first.stop()
    await writeFile(join(first.dataDirectory, 'postmaster.pid'), `${process.pid}\n${first.dataDirectory}\n1\n${first.port}\n`)
    expect((await start(directory)).attached).toBe(false)
  })

  it('refuses files of another major version in plain words', async () => {
    const directory = await newDirectory()
    const server = await start(directory)
    await server.stop()
    await writeFile(join(server.dataDirectory, 'PG_VERSION'), '16\n')
    await expect(startLocalPostgres({ directory })).rejects.toThrow(/made by PostgreSQL 16.*brings PostgreSQL 18/)
  })

  it('takes another port when its own is taken, and two directories run at once', async () => {
    const other = createServer().listen(17_532, '127.0.0.1')
    await once(other, 'listening')
    cleanUps.push(() => new Promise((resolve) => other.close(resolve)))
    const [here, there] = [await newDirectory(), await newDirectory()]
    const [first, second] = await Promise.all([start(here, { port: 17_532 }), start(there, { port: 17_532 })])
    expect(new Set([first.port, second.port, 17_532]).size).toBe(3)
    expect(await ask(first.connectionString, 'select 1 as one')).toEqual(await ask(second.connectionString, 'select 1 as one'))
  })

  it.runIf(isRoot)('works as root below a folder that only root may enter', async () => {
    const info = vi.fn()
    const directory = await newDirectory(0o700)
    const server = await startLocalPostgres({ directory, port: 17_432, log: { info, warn: info } })
    cleanUps.push(() => rm(join(server.dataDirectory, '..'), { recursive: true, force: true }), server.stop)
    expect(server.dataDirectory.startsWith(directory)).toBe(false)
    expect(info).toHaveBeenCalledWith(expect.objectContaining({ data_directory: server.dataDirectory }), expect.stringContaining('only root may enter'))
    expect((await stat(server.dataDirectory)).uid).not.toBe(0)
  })

  it.runIf(isRoot && nobodyMayRunNode)('works as an ordinary user', async () => {
    const directory = await newDirectory()
    await mkdir(directory)
    await chown(directory, nobody.uid, nobody.gid)
    const started = await inProcess('local', directory, nobody)
    expect(await ask(started.connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
    await started.kill()
    // Root attaches to the files of that user, and ends the server.
    expect((await start(directory)).attached).toBe(true)
  })
})

describe('startThrowawayPostgres', () => {
  it('is gone after stop, files and all', async () => {
    const server = await startThrowawayPostgres()
    const [row] = await ask<{ data: string; fsync: string }>(
      server.connectionString,
      "select current_setting('data_directory') as data, current_setting('fsync') as fsync",
    )
    expect(row?.fsync).toBe('off')
    await server.stop()
    await expect(stat(row?.data as string)).rejects.toThrow('ENOENT')
  })

  it('ends when the test process is killed', async () => {
    const server = await inProcess('throwaway', '')
    await server.kill()
    await vi.waitFor(() => expect(() => process.kill(server.pid, 0)).toThrow('ESRCH'), { timeout: 10_000 })
    await expect(readFile(`/proc/${server.pid}/cmdline`)).rejects.toThrow()
  })
})
