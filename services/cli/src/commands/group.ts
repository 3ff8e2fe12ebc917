import { findDuplicates, textHash } from '@tipwire/deduplication'
import { ReadableDocument, type Reading, UsageError } from '@tipwire/domain'
import { agencyCredit, groupDocuments, type TellingDocument } from '@tipwire/resolution'
import type { Command } from 'commander'
import { parseLines } from '../input/json-lines.ts'
import { read } from '../input/reader.ts'
import { note, printJsonLine } from '../output/streams.ts'

export function define(command: Command): void {
  command.option('--jsonl', 'documents as JSON Lines from standard input').addHelpText('after', examples).action(run)
}

const examples = `
Reads each document and groups those that tell the same incident, as the resolver does, on an empty memory.
Gives { id, cluster, duplicate_of, reasons }, one line a document, in the order of the input; cluster is null without an incident.

Example:
  tipwire group --jsonl < documents.jsonl > groups.jsonl`

type Failure = Readonly<{ id: string | null; error: string }>
type Read = Readonly<{ document: ReadableDocument; reading: Reading }>

async function run({ jsonl }: { jsonl?: boolean }): Promise<void> {
  if (!jsonl) throw new UsageError('this command reads JSON Lines: "tipwire group --jsonl < documents.jsonl".')
  const { documents, order } = await collect()
  note(`reading and grouping ${documents.length} documents`)
  const grouped = new Map(group(documents).map((result) => [result.id, result]))
  for (const entry of order) await printJsonLine('error' in entry ? entry : grouped.get(entry.id))
}

/** All documents, read, and what each line of output shall be: grouping needs them all before the first line can be written. */
async function collect(): Promise<{ documents: Read[]; order: (Failure | { id: string })[] }> {
  const documents = new Map<string, Read>()
  const order: (Failure | { id: string })[] = []
  for await (const parsed of parseLines(process.stdin, ReadableDocument)) {
    const outcome = 'error' in parsed ? parsed.error : readOnce(parsed.value, documents)
    if (typeof outcome === 'string') order.push(tellFailure({ line: parsed.line, id: 'error' in parsed ? parsed.id : parsed.value.id, error: outcome }))
    else {
      documents.set(outcome.document.id, outcome)
      order.push({ id: outcome.document.id })
    }
  }
  return { documents: [...documents.values()], order }
}

/** The document with its reading, or what is wrong with it. */
function readOnce(document: ReadableDocument, known: ReadonlyMap<string, Read>): Read | string {
  if (known.has(document.id)) return 'this id came before; ids must differ'
  try {
    return { document, reading: read(document) }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function tellFailure({ line, id, error }: { line: { number: number }; id: string | null; error: string }): Failure {
  note(`line ${line.number}${id === null ? '' : ` (${id})`}: ${error}`)
  process.exitCode = 1
  return { id, error }
}

function group(documents: readonly Read[]): ReturnType<typeof groupDocuments> {
  const pages = documents.map(({ document: { id, url, title, text, published_at } }) => ({ id, url: url ?? null, title, text, published_at }))
  const originals = new Map(findDuplicates(pages).map(({ id, duplicate_of }) => [id, duplicate_of]))
  return groupDocuments(documents.map(({ document, reading }) => ({ document: telling(document, originals.get(document.id) ?? null), reading })))
}

function telling(document: ReadableDocument, duplicate_of: string | null): TellingDocument {
  return {
    document_id: document.id,
    content_key: textHash(document.text),
    source_id: document.publisher ?? document.source_actor ?? hostOf(document.url) ?? document.id,
    source_kind: document.source_kind,
    publisher: document.publisher ?? null,
    source_actor: document.source_actor ?? null,
    published_at: document.published_at,
    collected_at: null,
    url: document.url ?? null,
    duplicate_of,
    parent_document_id: null,
    agency: agencyCredit(document.text),
    lang: document.lang,
    availability: 'live',
  }
}

function hostOf(url: string | null | undefined): string | null {
  return url ? (URL.parse(url)?.hostname ?? null) : null
}
