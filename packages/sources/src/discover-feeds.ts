import { Parser } from 'htmlparser2'
import { absolute, joined } from './addresses.ts'

export type FoundFeed = Readonly<{ url: string; title: string | null }>

const TYPES = /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|application\/(?:x-rss\+xml|json)|text\/(?:xml|rss))\b/i
const LOOKS_LIKE_FEED = /(?:[/._-](?:rss|atom|feeds?)(?:[/._-]|$)|[?&](?:feed|format|type)=(?:rss|atom|feed)|\.(?:rss|atom|rdf)$)/i
const MAX_FOUND = 20

/** The feeds that a page names: first those in its head, then links that look like feeds of the same site. Comment feeds come last. */
export function linkedFeeds(html: string, { url }: { url: string }): FoundFeed[] {
  const named: FoundFeed[] = []
  const guessed: FoundFeed[] = []
  let base = url
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'base' && attributes['href']) base = joined(attributes['href'], url)
      const address = absolute(attributes['href'] ?? null, base)
      if (address === null) return
      if (name === 'link' && isFeedLink(attributes)) named.push({ url: address, title: attributes['title']?.trim() || null })
      else if (name === 'a' && isFeedOfSite(address, url)) guessed.push({ url: address, title: null })
    },
  })
  parser.end(html)
  const found = new Map<string, FoundFeed>()
  for (const feed of [...named, ...guessed]) if (!found.has(feed.url)) found.set(feed.url, feed)
  return [...found.values()].toSorted((a, b) => rank(a) - rank(b)).slice(0, MAX_FOUND)
}

const rank = ({ url, title }: FoundFeed): number => (/comment|kommentar|comentario/i.test(`${url} ${title ?? ''}`) ? 1 : 0)

function isFeedLink({ rel = '', type = '' }: Record<string, string>): boolean {
  return /(?:^|\s)(?:alternate|feed)(?:\s|$)/i.test(rel) && TYPES.test(type.trim())
}

function isFeedOfSite(address: string, page: string): boolean {
  const [found, home] = [URL.parse(address), URL.parse(page)]
  if (!found || !home || siteOf(found) !== siteOf(home)) return false
  return LOOKS_LIKE_FEED.test(found.pathname + found.search)
}

const siteOf = ({ hostname }: URL): string => hostname.replace(/^(?:www|feeds?|rss)\./, '')

const USUAL_PATHS = ['/feed/', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml', '/feed.json', '/news-sitemap.xml', '/sitemap-news.xml']

/** Where sites usually keep their feed, for a page that names none. */
export function usualFeedAddresses(url: string): string[] {
  return USUAL_PATHS.flatMap((path) => URL.parse(path, url)?.href ?? [])
}
