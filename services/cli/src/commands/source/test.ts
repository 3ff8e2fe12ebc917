import { note, print, printJson } from '../../output/streams.ts'
import { tableText } from '../../output/table.ts'
import { fetchFeed } from './fetch-feed.ts'
import { type SourceOptions, toSpec } from './spec.ts'

const SHOWN = 20

/** Reads a feed once and shows its last entries; nothing is stored. */
export async function test(url: string, { json, ...options }: SourceOptions & { json?: boolean }): Promise<void> {
  const { url: found, parsed } = await fetchFeed(toSpec(url, options))
  const spec = toSpec(found, options, parsed.feed)
  if (json) return printJson({ source: spec, ...parsed })
  for (const problem of parsed.problems) note(`problem: ${problem}`)
  note(`${spec.name}: ${parsed.entries.length} entries, language ${parsed.feed.language ?? 'not stated'}.`)
  await print(
    tableText(
      ['published', 'title', 'url'],
      parsed.entries.slice(0, SHOWN).map((entry) => [entry.published_at, entry.title, entry.url]),
      { widest: 70 },
    ),
  )
}
