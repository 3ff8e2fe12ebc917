import { ReadableDocument, UsageError } from '@tipwire/domain'
import type { Command } from 'commander'
import type { DocumentOptions } from '../input/document.ts'
import { eachJsonLine } from '../input/json-lines.ts'
import { read, readForShow } from '../input/reader.ts'
import { showReading } from '../output/show-reading.ts'
import { hasColours, note, print, printJson } from '../output/streams.ts'

type ReadOptions = DocumentOptions & { jsonl?: boolean; show?: boolean }

export function define(command: Command): void {
  command
    .argument('[FILE|URL]', 'a document (.json, .txt), a page (.html) or an address; - is text on standard input')
    .option('--title <TEXT>', 'title of a .txt document')
    .option('--published <INSTANT>', 'when it was published, with offset: 2024-07-21T07:51:00+05:30')
    .option('--tz <ZONE>', 'time zone of the publisher: Asia/Kolkata')
    .option('--lang <CODE>', 'language of the text: en (default: found from the text)')
    .option('--kind <KIND>', 'kind of the source: rss_news, embassy, police, …')
    .option('--url <URL>', 'address of a saved page')
    .option('--show', 'show the text with the facts marked, for a person')
    .option('--jsonl', 'documents as JSON Lines from standard input; readings in the same order')
    .option('--allow-private', 'fetch from private addresses as well')
    .addHelpText('after', examples)
    .action(run)
}

const examples = `
Gives { id, relevant, events, statistics }; each value carries the words it came from. Nothing is stored.
Names of victims, witnesses and private persons are replaced by role tokens such as [victim].

Examples:
  tipwire read https://example.org/news/1 --show
  tipwire read article.txt --title "14 rescued" --published 2024-07-21T07:51:00+05:30 --tz Asia/Kolkata --lang en
  tipwire read document.json
  tipwire read --jsonl < documents.jsonl > readings.jsonl`

async function run(name: string | undefined, { jsonl, show, ...options }: ReadOptions): Promise<void> {
  if (jsonl) return eachJsonLine(process.stdin, ReadableDocument, (document) => ({ id: document.id, ...read(document) }))
  if (name === undefined) throw new UsageError('name a document: "tipwire read FILE|URL", or --jsonl with lines on standard input.')
  // Pages and languages bring much with them that lines do not need.
  const { readDocumentInput } = await import('../input/document.ts')
  const document = await readDocumentInput(name, options)
  if (document.text.trim() === '') note('there is no text here: nothing could be read.')
  if (show) await print(showReading({ document, ...readForShow(document) }, { colours: hasColours() }))
  else await printJson({ id: document.id, ...read(document) })
}
