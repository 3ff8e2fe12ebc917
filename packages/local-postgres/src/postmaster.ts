import { execFile, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { asUser, type ServerUser } from './server-user.ts'

const run = promisify(execFile)

export type Postmaster = { pid: number; port: number }

/** The server that serves `data`, from its postmaster.pid; null when none runs. A pid file whose process is gone or is something else is removed. */
export async function findPostmaster(data: string): Promise<Postmaster | null> {
  const file = join(data, 'postmaster.pid')
  const lines = await readLines(file)
  if (lines === null) return null
  const pid = Number(lines[0])
  if (Number.isInteger(pid) && pid > 0 && (await serves(pid, data))) return { pid, port: Number(lines[3]) }
  await rm(file, { force: true })
  return null
}

async function readLines(file: string): Promise<string[] | null> {
  try {
    return (await readFile(file, 'utf8')).split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Numbers of processes are used again: alive is not enough, it must have been started for these files. */
async function serves(pid: number, data: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0').includes(data)
  } catch {
    return await run('ps', ['-p', String(pid), '-o', 'command=']).then(
      ({ stdout }) => stdout.includes(data),
      () => false,
    )
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

export type LaunchInput = { postgres: string; data: string; logFile: string; port: number; user: ServerUser; flags: Record<string, string | number> }

/** Starts the server on its own, so that neither Ctrl-C in the terminal nor our death ends it in the middle of a write. */
export function launchPostmaster({ postgres, data, logFile, port, user, flags }: LaunchInput): { pid: number; exited: Promise<number | null> } {
  const log = openSync(logFile, 'a', 0o600)
  const settings = Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(postgres, ['-D', data, '-p', String(port), ...settings], { ...asUser(user), detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  child.unref()
  const exited = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('exit', (code) => resolve(code))
  })
  return { pid: child.pid ?? -1, exited }
}

const PATIENCE_MS = 4_000

/** Fast shutdown (open transactions are rolled back); after a few seconds the hard one, which costs a recovery at the next start. */
export async function stopPostmaster(pid: number): Promise<void> {
  if (!signal(pid, 'SIGINT')) return
  if (await isGone(pid, PATIENCE_MS)) return
  signal(pid, 'SIGQUIT')
  if (await isGone(pid, PATIENCE_MS)) return
  signal(pid, 'SIGKILL')
  await isGone(pid, PATIENCE_MS)
}

function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}

async function isGone(pid: number, limitMs: number): Promise<boolean> {
  for (const end = Date.now() + limitMs; Date.now() < end; await sleep(20)) {
    if (!isAlive(pid)) return true
  }
  return false
}

/** The last lines that the server wrote, from byte `from` on: why it did not start. */
export async function tailOfLog(logFile: string, from: number): Promise<string> {
  return (await readFile(logFile)).subarray(from).toString('utf8').trim().split('\n').slice(-12).join('\n')
}

export async function sizeOf(file: string): Promise<number> {
  return await stat(file).then(
    ({ size }) => size,
    () => 0,
  )
}
