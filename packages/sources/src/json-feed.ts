import type { FeedEntry, ParsedFeed } from '@tipwire/domain'
import { z } from 'zod'
import { absolute } from './addresses.ts'
import { readDate } from './dates.ts'
import { hashId } from './entry-ids.ts'
import { plainText } from './plain-text.ts'
import { problems } from './problems.ts'

const text = z.string().nullish().catch(null)
const Author = z.object({ name: text })
const Item = z.object({
  id: z
    .union([z.string(), z.number().transform(String)])
    .nullish()
    .catch(null),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  language: text,
  author: Author.nullish().catch(null),
  authors: z.array(Author).nullish().catch(null),
  attachments: z
    .array(z.object({ url: z.string(), mime_type: text, size_in_bytes: z.number().nullish().catch(null) }))
    .nullish()
    .catch(null),
})
const Feed = z.object({ title: text, home_page_url: text, language: text, items: z.array(z.unknown()) })
type Item = z.infer<typeof Item>

/** A parsed JSON value as a feed (JSON Feed 1 and 1.1), or null when it is none. Entries that are no objects are counted, not fatal. */
export function mapJsonFeed(value: unknown, { url, limit }: { url: string; limit: number }): ParsedFeed | null {
  const feed = Feed.safeParse(value)
  if (!feed.success) return null
  const items = feed.data.items.slice(0, limit).map((item) => Item.safeParse(item))
  const entries = items.flatMap((item) => (item.success ? [entryOf(item.data, url)] : []))
  const lost = items.length - entries.length
  return {
    feed: {
      title: feed.data.title ? plainText(feed.data.title) : null,
      url: absolute(feed.data.home_page_url ?? null, url),
      language: feed.data.language ?? null,
    },
    entries,
    problems: lost > 0 ? [problems.lost(lost)] : [],
  }
}

function entryOf(item: Item, base: string): FeedEntry {
  const url = absolute(item.url ?? item.external_url ?? null, base)
  const title = plainText(item.title ?? '')
  const published = readDate(item.date_published)
  const content = item.content_html ?? escaped(item.content_text)
  const id = item.id || url || hashId([title, published ?? '', content ?? ''])
  const authors = [...(item.authors ?? []), ...(item.author ? [item.author] : [])].flatMap((author) => (author.name ? [author.name] : []))
  return {
    id,
    url,
    title,
    published_at: published,
    updated_at: readDate(item.date_modified),
    authors: [...new Set(authors)],
    summary: item.summary ?? null,
    content,
    language: item.language ?? null,
    enclosures: (item.attachments ?? []).map((one) => ({ url: one.url, type: one.mime_type ?? null, length: one.size_in_bytes ?? null })),
  }
}

/** Plain text as markup, paragraphs kept: everything after this point takes entries' content as HTML. */
function escaped(content: string | null | undefined): string | null {
  if (!content) return null
  const safe = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return safe
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.trim()}</p>`)
    .join('\n')
}
