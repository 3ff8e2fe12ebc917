import { createReadStream } from 'node:fs'
import { ReadableDocument } from '@tipwire/domain'
import type { Store } from '@tipwire/store'
import type { Command } from 'commander'
import { z } from 'zod'
import { file, fromDocument, fromLink, type HandAdded } from '../input/hand-added.ts'
import { parseLine } from '../input/json-lines.ts'
import { type Line, readLines } from '../input/lines.ts'
import { withStore } from '../input/with-store.ts'
import { explain } from '../output/explain.ts'
import { note, printJson } from '../output/streams.ts'

const BATCH = 500
const Link = z.object({ url: z.string() })

export function define(command: Command): void {
  command.argument('<FILE>', 'one a line: an address, or a document as JSON; - is standard input').addHelpText('after', examples).action(run)
}

const examples = `
Puts a history through the whole chain. Addresses are fetched; documents { "id", "title", "published_at", "lang", "text" } are taken as they are.
Running it again with the same file adds nothing twice. Bad lines are told and left out; the exit code is 1 then.

Examples:
  tipwire import history.jsonl
  tipwire import links.txt`

type Totals = { lines: number; new_items: number; changed_items: number; known: number; bad_lines: number }

async function run(name: string): Promise<void> {
  const totals: Totals = { lines: 0, new_items: 0, changed_items: 0, known: 0, bad_lines: 0 }
  await withStore({ role: 'service', own: true }, async (store) => {
    let batch: HandAdded[] = []
    for await (const line of readLines(name === '-' ? process.stdin : createReadStream(name))) {
      totals.lines++
      const added = toEntry(line)
      if (added === null) totals.bad_lines++
      else batch.push(added)
      if (batch.length < BATCH) continue
      await fileBatch(store, batch, totals)
      batch = []
    }
    await fileBatch(store, batch, totals)
  })
  if (totals.bad_lines > 0) process.exitCode = 1
  await printJson(totals)
}

async function fileBatch(store: Store, batch: readonly HandAdded[], totals: Totals): Promise<void> {
  const filed = await file(store, batch)
  totals.new_items += filed.new_items.length
  totals.changed_items += filed.changed_items.length
  totals.known += filed.known
  note(`${totals.lines} lines, ${totals.new_items} new`)
}

function toEntry(line: Line): HandAdded | null {
  try {
    if (!line.text.startsWith('{')) return fromLink(line.text)
    const raw: unknown = JSON.parse(line.text)
    return typeof raw === 'object' && raw !== null && 'text' in raw ? fromDocument(checked(line, ReadableDocument)) : fromLink(checked(line, Link).url)
  } catch (error) {
    note(`line ${line.number}: ${explain(error).text}`)
    return null
  }
}

function checked<T>(line: Line, schema: z.ZodType<T>): T {
  const parsed = parseLine(line, schema)
  if ('error' in parsed) throw new Error(parsed.error)
  return parsed.value
}
