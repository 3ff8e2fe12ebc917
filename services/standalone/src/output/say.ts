import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createLog, type Log } from '@tipwire/runtime'

/** One plain line for the person at the terminal. */
export type Say = (line: string) => void

/** Progress goes to standard error; standard output has the result alone. */
export const say: Say = (line) => process.stderr.write(`${line}\n`)

export type LogFile = Disposable & { log: Log; descriptor: number; path: string }

const MAX_BYTES = 32 * 1024 * 1024

/** The log of parent and children: JSON lines in `tipwire.log`. The one before it is kept when it grows too large. */
export function openLogFile(directory: string, level: string): LogFile {
  mkdirSync(directory, { recursive: true })
  const path = join(directory, 'tipwire.log')
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(path, `${path}.1`)
  const descriptor = openSync(path, 'a', 0o600)
  const log = createLog('standalone', { level, to: { write: (line) => void writeSync(descriptor, line) } })
  return { log, descriptor, path, [Symbol.dispose]: () => closeSync(descriptor) }
}
