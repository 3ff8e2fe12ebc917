import { createHash } from 'node:crypto'
import { readArticle } from '@tipwire/article'
import { eventTypes, type FeedEntry, measures, type ParsedFeed, type ReadableDocument, type Reading, type SourceSpec } from '@tipwire/domain'
import { plainText } from '@tipwire/sources'
import { readPage } from '../../input/page.ts'
import { read } from '../../input/reader.ts'
import { explain } from '../../output/explain.ts'
import { numberText } from '../../output/number-text.ts'
import { note } from '../../output/streams.ts'

const SHOWN = 20

/** What one entry of a feed would become. `problem` says why its page could not be read; then its summary was. */
export type Preview = Readonly<{
  title: string
  url: string | null
  published_at: string | null
  verdict: string
  events: string[]
  figures: number
  problem: string | null
}>

/** Reads the last entries of a feed as the pipeline would; nothing is stored. */
export async function previewEntries(feed: ParsedFeed, spec: SourceSpec): Promise<Preview[]> {
  const newest = feed.entries.toSorted((a, b) => (b.published_at ?? '').localeCompare(a.published_at ?? '')).slice(0, SHOWN)
  const previews: Preview[] = []
  for (const [index, entry] of newest.entries()) {
    note(`reading ${index + 1} of ${newest.length}: ${entry.title.slice(0, 80)}`)
    previews.push(await previewEntry(entry, spec))
  }
  return previews
}

async function previewEntry(entry: FeedEntry, spec: SourceSpec): Promise<Preview> {
  const { page, problem } = await pageOf(entry, spec)
  const reading = read(documentOf(entry, { spec, page }))
  const events = reading.events.map((event) =>
    [
      event.status === 'happened' ? '' : event.status,
      eventTypes[event.type].label,
      ...event.counts.map((count) => `${numberText(count)} ${measures[count.measure].label}`),
    ]
      .filter(Boolean)
      .join(' '),
  )
  return {
    title: entry.title,
    url: entry.url,
    published_at: entry.published_at,
    verdict: verdictOf(reading),
    events,
    figures: reading.statistics.length,
    problem,
  }
}

type Page = Pick<ReturnType<typeof readArticle>, 'title' | 'published_at' | 'lang' | 'text'>

async function pageOf(entry: FeedEntry, spec: SourceSpec): Promise<{ page: Page | null; problem: string | null }> {
  if (entry.url === null || entry.complete) return { page: null, problem: null }
  try {
    const { html, url } = await readPage(entry.url, { allowPrivate: spec.allow_private_address })
    const page = readArticle(html, { url: url ?? entry.url })
    return page.text === '' ? { page: null, problem: 'the page holds no article' } : { page, problem: null }
  } catch (error) {
    return { page: null, problem: explain(error).text }
  }
}

function documentOf(entry: FeedEntry, { spec, page }: { spec: SourceSpec; page: Page | null }): ReadableDocument {
  return {
    id: createHash('sha256').update(entry.id).digest('hex').slice(0, 16),
    source_kind: spec.kind,
    url: entry.url,
    title: page?.title || entry.title,
    published_at: entry.published_at ?? page?.published_at ?? null,
    publisher_tz: spec.tz,
    lang: page?.lang ?? entry.language ?? spec.lang ?? 'und',
    text: page?.text ?? plainText(entry.content ?? entry.summary ?? ''),
    publisher: spec.name,
    source_actor: spec.actor,
  }
}

function verdictOf(reading: Reading): string {
  if (reading.unsupported_language) return 'language not supported'
  if (!reading.relevant) return 'not about trafficking'
  return reading.events.length > 0 ? 'events' : 'no events'
}
