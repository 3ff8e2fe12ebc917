import { type Article, FeedEntry, ReadableDocument, type SourceSpec, SourceSpec as sourceSchema } from '@tipwire/domain'

let made = 0

/** A readable document with everything that a test does not name filled in. Every call gives another id and address. */
export function aDocument(fields: Partial<ReadableDocument> = {}): ReadableDocument {
  const n = ++made
  return ReadableDocument.parse({
    id: `doc-${n}`,
    url: `https://lantern-daily.example/${n}.html`,
    title: '14 rescued from scam compound in Sihanoukville',
    published_at: '2026-03-14T09:00:00+07:00',
    publisher_tz: 'Asia/Phnom_Penh',
    lang: 'en',
    publisher: 'Lantern Daily',
    text: 'Police rescued 14 Indian nationals from a scam compound in Sihanoukville, Cambodia, on 12 March 2026.',
    ...fields,
  })
}

/** A source as an operator would describe it. Every call gives another address. */
export function aSource(fields: Partial<SourceSpec> = {}): SourceSpec {
  const n = ++made
  return sourceSchema.parse({ name: `Lantern Daily ${n}`, url: `https://lantern-daily.example/feed-${n}.xml`, ...fields })
}

/** An entry of a feed. Every call gives another id and address. */
export function aFeedEntry(fields: Partial<FeedEntry> = {}): FeedEntry {
  const n = ++made
  return FeedEntry.parse({
    id: `entry-${n}`,
    url: `https://lantern-daily.example/${n}.html`,
    title: '14 rescued from scam compound in Sihanoukville',
    published_at: '2026-03-14T09:00:00+07:00',
    updated_at: null,
    authors: [],
    summary: null,
    content: null,
    language: 'en',
    enclosures: [],
    ...fields,
  })
}

/** What `article` would make of a page. */
export function anArticle(fields: Partial<Article> = {}): Article {
  const { title, text } = aDocument()
  return { title, byline: null, published_at: '2026-03-14T09:00:00+07:00', lang: 'en', canonical_url: null, text, embeds: [], ...fields }
}
