import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from '@tipwire/store'
import { freePort, waitUntil } from '@tipwire/testkit'
import type { Connection } from '../src/output/connection-file.ts'

const main = join(import.meta.dirname, '../src/main.ts')

/** A place of its own for a standalone: directory and ports. */
export type Home = AsyncDisposable & { directory: string; env: NodeJS.ProcessEnv }

export async function aHome(env: NodeJS.ProcessEnv = {}): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'tipwire-standalone-'))
  // The database's own user must be able to enter it; else its files lie elsewhere and outlive the folder.
  await chmod(folder, 0o755)
  const directory = join(folder, '.tipwire')
  const { PATH, HOME } = process.env
  const ports = { PORT: String(await freePort()), DATABASE_PORT: String(await freePort()) }
  return {
    directory,
    env: { PATH, HOME, TIPWIRE_HOME: directory, TIPWIRE_SAMPLE_PACE: 'manual', ...ports, ...env },
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type Up = AsyncDisposable & {
  child: ChildProcess
  out(): string
  err(): string
  /** Resolves with the exit code. */
  exit: Promise<number | null>
  connection(): Promise<Connection>
  stop(): Promise<number | null>
}

/** Starts a standalone as a process, as a person would. */
export function startUp(home: Home): Up {
  const child = spawn(process.execPath, [main], { env: home.env, stdio: ['ignore', 'pipe', 'pipe'] })
  const text = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (data) => {
      text[name] += data
    })
  const exit = once(child, 'close').then(([code]) => code as number | null)
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT')
    return await exit
  }
  return {
    child,
    out: () => text.stdout,
    err: () => text.stderr,
    exit,
    connection: async () => JSON.parse(await readFile(join(home.directory, 'connection.json'), 'utf8')) as Connection,
    stop,
    [Symbol.asyncDispose]: async () => void (await stop()),
  }
}

/** Waits for the lines that a start prints. */
export async function greeted(up: Up): Promise<string> {
  return await waitUntil(
    'the first words are printed',
    () => {
      if (up.child.exitCode !== null) throw new Error(`it ended:\n${up.err()}`)
      return up.out().includes('connect') ? up.out() : null
    },
    100_000,
  )
}

/** The store that a standalone works on just now, as its services see it. */
export async function storeOf(up: Up): Promise<Store> {
  return openStore({ connectionString: (await up.connection()).service, max: 2 })
}
