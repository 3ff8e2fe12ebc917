/** A line of input with its number, counted from 1. */
export type Line = Readonly<{ number: number; text: string }>

const NEWLINE = 0x0a
const MEBIBYTE = 1024 * 1024
const MAX_LINE_BYTES = 256 * MEBIBYTE

/**
 * The lines of a byte stream. Only "\n" (and "\r\n") ends a line: node:readline also splits at U+2028, which is allowed
 * inside JSON strings. Lines are trimmed (a byte order mark with them); empty ones are left out.
 */
export async function* readLines(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let size = 0
  let number = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array)
    let from = 0
    for (let at = bytes.indexOf(NEWLINE, from); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
      parts.push(bytes.subarray(from, at))
      const text = toText(parts)
      number++
      if (text !== '') yield { number, text }
      parts = []
      size = 0
      from = at + 1
    }
    parts.push(bytes.subarray(from))
    size += bytes.length - from
    if (size > MAX_LINE_BYTES) throw new Error(`line ${number + 1} is longer than ${MAX_LINE_BYTES / MEBIBYTE} MiB.`)
  }
  const rest = toText(parts)
  if (rest !== '') yield { number: number + 1, text: rest }
}

function toText(parts: readonly Buffer[]): string {
  return Buffer.concat(parts).toString('utf8').trim()
}
