import { z } from 'zod'
import { note, printJsonLine } from '../output/streams.ts'
import { describeIssues } from './describe-issues.ts'
import { type Line, readLines } from './lines.ts'

/** What became of one line of input. */
export type ParsedLine<T> = Readonly<{ line: Line; value: T } | { line: Line; id: string | null; error: string }>

/** Parses each line by the schema; a bad line is told, not thrown, so that the other lines go on. */
export async function* parseLines<T>(stream: AsyncIterable<Uint8Array | string>, schema: z.ZodType<T>): AsyncGenerator<ParsedLine<T>> {
  for await (const line of readLines(stream)) yield parseLine(line, schema)
}

/** One line of JSON, checked; the id is kept even when the rest is wrong, so that the output line can name it. */
export function parseLine<T>(line: Line, schema: z.ZodType<T>): ParsedLine<T> {
  let raw: unknown
  try {
    raw = JSON.parse(line.text)
  } catch {
    return { line, id: null, error: 'not JSON' }
  }
  const parsed = schema.safeParse(raw)
  if (parsed.success) return { line, value: parsed.data }
  return { line, id: idOf(raw), error: describeIssues(parsed.error) }
}

/**
 * Lines in, lines out, in the same order: `handle` gives the output of one value. A line that is wrong or fails gives `{ id, error }`
 * on standard output and a note with its number on standard error, and the exit code becomes 1 at the end.
 */
export async function eachJsonLine<T extends { id: string }>(
  stream: AsyncIterable<Uint8Array | string>,
  schema: z.ZodType<T>,
  handle: (value: T) => unknown,
): Promise<void> {
  for await (const parsed of parseLines(stream, schema)) {
    if ('error' in parsed) await printFailure(parsed)
    else await handleOne(parsed, handle)
  }
}

async function handleOne<T extends { id: string }>({ line, value }: { line: Line; value: T }, handle: (value: T) => unknown): Promise<void> {
  let result: unknown
  try {
    result = await handle(value)
  } catch (error) {
    await printFailure({ line, id: value.id, error: error instanceof Error ? error.message : String(error) })
    return
  }
  await printJsonLine(result)
}

/** Tells that a line failed: on both streams, and in the exit code. */
async function printFailure({ line, id, error }: { line: Line; id: string | null; error: string }): Promise<void> {
  note(`line ${line.number}${id === null ? '' : ` (${id})`}: ${error}`)
  process.exitCode = 1
  await printJsonLine({ id, error })
}

function idOf(raw: unknown): string | null {
  const parsed = z.object({ id: z.string() }).safeParse(raw)
  return parsed.success ? parsed.data.id : null
}
