import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { UsageError } from '@tipwire/domain'
import { fetchPolitely } from '@tipwire/web-fetch'

const SECOND = 1000
const MEBIBYTE = 1024 * 1024
const USER_AGENT = 'Tipwire/0.1 (command line; news monitoring on trafficking in persons)'

/** Bytes from a file, from standard input (`-`) or from an address. `url` is the final address of a page that was fetched. */
export type Input = Readonly<{ bytes: Buffer; url: string | null; contentType: string | null }>

export function isUrl(name: string): boolean {
  return /^https?:\/\//i.test(name)
}

/** Control characters that no charset uses for text; UTF-16, which has them, is known by its mark. */
export function refuseBinary(bytes: Buffer, name: string): void {
  const marked = bytes.length > 1 && ['fffe', 'feff'].includes(bytes.subarray(0, 2).toString('hex'))
  if (!marked && bytes.subarray(0, MEBIBYTE).includes(0)) throw new UsageError(`${name === '-' ? 'standard input' : name} is no text: it holds binary data.`)
}

/** Reads what a person named. Addresses are fetched by the same guarded client as in the pipeline; private addresses only when asked for. */
export async function readInput(name: string, { door, allowPrivate = false }: { door: 'feed' | 'article'; allowPrivate?: boolean }): Promise<Input> {
  if (name === '-') return { bytes: await buffer(process.stdin), url: null, contentType: null }
  if (name.includes('\0')) throw new UsageError('a file name holds no NUL character.')
  if (!isUrl(name)) return { bytes: await readFile(name), url: null, contentType: null }
  const fetched = await fetchPolitely({ url: name, door, allowPrivate, maxBytes: 15 * MEBIBYTE, deadlineMs: 20 * SECOND, userAgent: USER_AGENT })
  return { bytes: fetched.body, url: fetched.url, contentType: fetched.headers['content-type'] ?? null }
}
