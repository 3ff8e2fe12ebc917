import { createHash } from 'node:crypto'
import type { Embed, FeedEntry } from '@tipwire/domain'
import type { Item } from '@tipwire/store'
import type { Fetched } from '@tipwire/web-fetch'
import { askHost } from './ask-host.ts'
import { checkRobots } from './check-robots.ts'
import type { Tools } from './tools.ts'

/** A document before it is stored. */
export type Draft = Readonly<{
  kind: 'article' | 'post'
  url: string
  canonical_url: string | null
  title: string
  byline: string | null
  published_at: string | null
  lang: string
  text: string
  embeds: readonly Embed[]
  content_sha256: string
  /** False when the text is only a teaser. */
  isFull: boolean
}>

// Feeds call their teasers content too; below this a text is taken for one.
const FULL_CHARS = 600
const NOON = /T12:00:00Z$/
const DAY_MS = 86_400_000

/** The document that an entry is, or is a teaser of. Null when it has no words at all. */
export async function draftFromEntry({ reader }: Tools, item: Item, entry: FeedEntry): Promise<Draft | null> {
  const html = entry.content ?? entry.summary ?? ''
  const url = item.url ?? item.source.url
  const { text, embeds, lang } = await reader.read('fragment', { html, url })
  if (text === '' && entry.title === '') return null
  const complete = entry.complete === true
  return {
    kind: complete ? 'post' : 'article',
    url,
    canonical_url: item.url,
    title: entry.title,
    byline: entry.authors.join(', ') || null,
    published_at: entry.published_at ?? entry.updated_at,
    lang: lang ?? entry.language ?? item.source.lang ?? 'und',
    text: text || entry.title,
    embeds,
    content_sha256: sha256(html),
    isFull: complete || (entry.content !== null && text.length >= FULL_CHARS),
  }
}

/** The document at the item's address, if its host lets us read it. Throws what robots.txt, the fetch and the reading throw. */
export async function draftFromPage(tools: Tools, item: Item, { url, signal }: { url: string; signal: AbortSignal }): Promise<Draft> {
  const { reader } = tools
  const fetched = await fetchPage(tools, { url, allowPrivate: item.source.allow_private_address && sameHost(url, item.source.url), signal })
  const contentType = fetched.headers['content-type'] ?? null
  const article = await reader.read('article', { bytes: fetched.body, url: fetched.url, contentType, latest: new Date().toISOString() })
  const { entry, source } = item
  return {
    ...article,
    kind: 'article',
    url: fetched.url,
    title: article.title || (entry?.title ?? ''),
    published_at: publishedAt(article.published_at, entry),
    lang: article.lang === 'und' ? (entry?.language ?? source.lang ?? 'und') : article.lang,
    content_sha256: createHash('sha256').update(fetched.body).digest('hex'),
    isFull: true,
  }
}

async function fetchPage(tools: Tools, page: { url: string; allowPrivate: boolean; signal: AbortSignal }): Promise<Fetched> {
  const leastMs = await checkRobots(tools, page)
  const { pageMaxBytes: maxBytes, deadlineMs, userAgent } = tools.settings
  return askHost(tools, { ...page, door: 'article', maxBytes, deadlineMs, userAgent }, { leastMs })
}

/** The page's own time; the feed's when the page gives none, or only a day (which reads as noon) that agrees with the feed's instant. */
function publishedAt(page: string | null, entry: FeedEntry | null): string | null {
  const feed = entry?.published_at ?? entry?.updated_at ?? null
  if (page === null || feed === null) return page ?? feed
  return NOON.test(page) && Math.abs(Date.parse(page) - Date.parse(feed)) <= 1.5 * DAY_MS ? feed : page
}

function sameHost(a: string, b: string): boolean {
  return URL.parse(a)?.hostname === URL.parse(b)?.hostname
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
