import { once } from 'node:events'

/** Writes a result to standard output and waits while the reader is slow. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain')
}

/** Writes one result as a line of JSON. */
export function printJsonLine(value: unknown): Promise<void> {
  return print(JSON.stringify(value))
}

/** Writes one result as JSON for people. */
export function printJson(value: unknown): Promise<void> {
  return print(JSON.stringify(value, null, 2))
}

/** Tells the person something that is no result: progress, warnings, errors. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** True when colours make sense on standard output (https://no-color.org). */
export function hasColours(): boolean {
  if (process.env.NO_COLOR) return false
  if (process.env.FORCE_COLOR) return true
  return process.stdout.isTTY === true
}

export function isBrokenPipe(error: Error): boolean {
  return 'code' in error && error.code === 'EPIPE'
}
