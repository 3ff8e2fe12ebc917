import type { FeedEntry, ParsedFeed } from '@tipwire/domain'
import { absolute } from './addresses.ts'
import { readDate } from './dates.ts'
import { type Fields, firstText, type RawEntry } from './fields.ts'
import { plainText } from './plain-text.ts'
import { problems as words } from './problems.ts'
import type { Salvage } from './salvage.ts'

/** A news sitemap as a feed: it lists the stories of the last two days with title, date and language, but without their text. */
export function mapSitemap({ feed, lost }: Salvage, { url, problems }: { url: string; problems: Set<string> }): ParsedFeed {
  if (lost > 0) problems.add(words.cutOff).add(words.lost(lost))
  const stories = feed.entries.map((raw) => ({ raw, news: raw.fields.get('news:news')?.[0]?.children })).filter(({ news }) => news !== undefined)
  const publication = stories[0]?.news?.get('news:publication')?.[0]?.children
  return {
    feed: { title: textIn(publication, 'news:name'), url: null, language: textIn(publication, 'news:language') },
    entries: stories.map(({ raw, news }) => entryOf(raw, { news, url })).filter((entry) => entry !== null),
    problems: [],
  }
}

function entryOf(raw: RawEntry, { news, url: base }: { news: Fields | undefined; url: string }): FeedEntry | null {
  const url = absolute(firstText(raw.fields, ['loc']), base)
  if (url === null) return null
  const language = textIn(news?.get('news:publication')?.[0]?.children, 'news:language')
  const updated_at = readDate(firstText(raw.fields, ['lastmod']))
  return {
    id: url,
    url,
    title: textIn(news, 'news:title') ?? '',
    published_at: readDate(textIn(news, 'news:publication_date')) ?? updated_at,
    updated_at,
    authors: [],
    summary: null,
    content: null,
    language,
    enclosures: [],
  }
}

function textIn(fields: Fields | undefined, name: string): string | null {
  return (fields && plainText(firstText(fields, [name]) ?? '')) || null
}
