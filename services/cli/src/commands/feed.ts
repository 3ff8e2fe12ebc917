import { createReadStream } from 'node:fs'
import { type ParsedFeed, UsageError } from '@tipwire/domain'
import { parseFeed } from '@tipwire/sources'
import type { Command } from 'commander'
import { readInput } from '../input/bytes.ts'
import { readLines } from '../input/lines.ts'
import { explain } from '../output/explain.ts'
import { note, printJson, printJsonLine } from '../output/streams.ts'

type FeedOptions = { filesFrom?: string; allowPrivate?: boolean }

export function define(command: Command): void {
  command
    .argument('[FILE|URL...]', 'feeds: RSS, Atom or JSON Feed')
    .option('--files-from <FILE>', 'take the names from a file, one a line; - is standard input')
    .option('--allow-private', 'fetch from private addresses as well')
    .addHelpText('after', examples)
    .action(run)
}

const examples = `
One feed gives one JSON object; several give one line of JSON each, with "file".
A feed that cannot be read gives { file, error }, and the exit code is 1.

Examples:
  tipwire feed news.xml
  tipwire feed https://example.org/rss
  ls feeds/*.xml | tipwire feed --files-from - > feeds.jsonl`

async function run(names: string[], options: FeedOptions): Promise<void> {
  if (names.length === 0 && options.filesFrom === undefined) throw new UsageError('name a feed: "tipwire feed FILE|URL", or --files-from FILE.')
  const single = names.length === 1 && options.filesFrom === undefined
  if (single) {
    await printJson(await parseOne(names[0] as string, options))
    return
  }
  for (const name of names) await printOne(name, options)
  if (options.filesFrom !== undefined) for await (const { text } of readLines(openList(options.filesFrom))) await printOne(text, options)
}

function openList(name: string): AsyncIterable<Uint8Array> {
  return name === '-' ? process.stdin : createReadStream(name)
}

async function printOne(file: string, options: FeedOptions): Promise<void> {
  let parsed: ParsedFeed
  try {
    parsed = await parseOne(file, options)
  } catch (error) {
    const { text } = explain(error)
    note(`${file}: ${text}`)
    process.exitCode = 1
    await printJsonLine({ file, error: text })
    return
  }
  await printJsonLine({ file, ...parsed })
}

async function parseOne(name: string, { allowPrivate = false }: FeedOptions): Promise<ParsedFeed> {
  const { bytes, url, contentType } = await readInput(name, { door: 'feed', allowPrivate })
  // A file has no address: links that are not whole stay unresolved.
  return parseFeed(bytes, { url: url ?? '', contentType })
}
