import { type ParsedFeed, StageError } from '@tipwire/domain'
import { decode } from './decode.ts'
import type { RawFeed } from './fields.ts'
import { mapJsonFeed } from './json-feed.ts'
import { mapEntry, mapHead } from './map-feed.ts'
import { mapSitemap } from './news-sitemap.ts'
import { problems as words } from './problems.ts'
import { salvage } from './salvage.ts'
import { salvageJson } from './salvage-json.ts'
import { parseStrictly } from './strict.ts'

export const MAX_FEED_BYTES = 15 * 1024 * 1024
const MAX_ENTRIES = 2000

/** Every way in which bytes fail to be a feed. A source that breaks may be mended, so all of them are tried again. */
export const feedCodes = ['FEED_EMPTY', 'FEED_IS_HTML', 'FEED_UNREADABLE', 'FEED_TOO_LARGE'] as const
export type FeedCode = (typeof feedCodes)[number]

/**
 * Bytes of an RSS, Atom or JSON feed as entries. A feed that is not well-formed is salvaged entry by entry, and `problems` says so.
 * Throws a StageError with one of `feedCodes` when there is no feed in the bytes.
 */
export async function parseFeed(bytes: Uint8Array, { url, contentType }: { url: string; contentType?: string | null | undefined }): Promise<ParsedFeed> {
  if (bytes.byteLength > MAX_FEED_BYTES) throw feedError('FEED_TOO_LARGE', 'The feed is larger than 15 MB.')
  const decoded = decode(bytes, contentType)
  const text = clean(decoded.text)
  const problems = new Set<string>(decoded.problem === null ? [] : [decoded.problem])
  if (decoded.text.includes('\u0000')) problems.add(words.nul)
  const parsed = text.startsWith('{') || text.startsWith('[') ? parseJson(text, { url, problems }) : await parseXml(text, { url, problems })
  for (const problem of parsed.problems) problems.add(problem)
  if (parsed.entries.length === 0) problems.add(words.noEntries)
  return { feed: parsed.feed, entries: parsed.entries, problems: [...problems] }
}

function clean(decoded: string): string {
  const text = decoded.replaceAll('\u0000', '').trim()
  if (text === '') throw feedError('FEED_EMPTY', 'The answer is empty.')
  return text
}

function parseJson(text: string, context: { url: string; problems: Set<string> }): ParsedFeed {
  const feed = mapJsonFeed(jsonOf(text, context.problems), { url: context.url, limit: MAX_ENTRIES })
  if (!feed) throw feedError('FEED_UNREADABLE', 'The answer is JSON, but no JSON Feed.')
  return feed
}

function jsonOf(text: string, problems: Set<string>): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const saved = salvageJson(text, MAX_ENTRIES)
    if (!saved || saved.items.length === 0) throw feedError('FEED_UNREADABLE', 'The answer looks like JSON, but it is broken or cut off.')
    problems.add(words.brokenJson)
    return saved
  }
}

async function parseXml(text: string, context: { url: string; problems: Set<string> }): Promise<ParsedFeed> {
  if (refuseOthers(text) === 'sitemap') return mapSitemap(salvage(text, MAX_ENTRIES, 'url'), context)
  const raw = await readXml(text, context.problems)
  if (raw.entries.length > MAX_ENTRIES) context.problems.add(words.tooMany(MAX_ENTRIES))
  const entries = raw.entries.slice(0, MAX_ENTRIES).map((entry) => mapEntry(entry, context))
  return { feed: mapHead(raw, context.url), entries, problems: [] }
}

async function readXml(text: string, problems: Set<string>): Promise<RawFeed> {
  try {
    return await parseStrictly(text)
  } catch (error) {
    const { feed, lost } = salvage(text, MAX_ENTRIES)
    if (isXmlError(error)) problems.add(brokenBecause(text))
    if (lost > 0) problems.add(words.lost(lost))
    return feed
  }
}

/** The XML parser names the line of its complaint; other errors are rss-parser's own limits (a bad Atom date, a missing name), not the feed's. */
const isXmlError = (error: unknown): boolean => error instanceof Error && /\nLine: \d/.test(error.message)

function brokenBecause(text: string): string {
  if (!/<\/(?:[\w-]{1,20}:)?(?:rss|feed|rdf)\s*>\s*$/i.test(text.slice(-200))) return words.cutOff
  return words.notWellFormed
}

/** Tells a feed from a page and from other XML by its first element. A sitemap is one when it is of news. */
function refuseOthers(text: string): 'feed' | 'sitemap' {
  const root = firstElement(text)
  if (/^(?:[\w-]{1,20}:)?(?:rss|feed|rdf|channel)$/i.test(root)) return 'feed'
  if (/^urlset$/i.test(root) && /sitemap-news\/0\.9["'\s/]/i.test(text)) return 'sitemap'
  if (/^(?:html|head|body|!doctype html|div|script)$/i.test(root)) throw feedError('FEED_IS_HTML', 'The answer is an HTML page, not a feed.')
  if (root === '') throw feedError('FEED_UNREADABLE', 'The answer is neither a feed nor XML.')
  if (/^(?:urlset|sitemapindex)$/i.test(root)) throw feedError('FEED_UNREADABLE', 'The answer is a sitemap, not a feed.')
  throw feedError('FEED_UNREADABLE', 'The answer is XML, but not a feed.')
}

/** The name of the first element, after prolog, comments and doctype. Looks only at the head, because a feed starts there. */
function firstElement(text: string): string {
  let rest = text.slice(0, 20_000)
  for (let i = 0; i < 50; i++) {
    rest = rest.replace(/^[^<]{0,2000}/, '')
    if (/^<!doctype\s+html/i.test(rest)) return '!doctype html'
    const skip = rest.startsWith('<!--') ? rest.indexOf('-->') + 3 : rest.startsWith('<?') || rest.startsWith('<!') ? endOfDeclaration(rest) : 0
    if (skip === 0) return /^<([\w:.-]{1,60})/.exec(rest)?.[1] ?? ''
    if (skip <= 3 && rest.startsWith('<!--')) return ''
    rest = rest.slice(skip)
  }
  return ''
}

function endOfDeclaration(rest: string): number {
  const bracket = rest.indexOf('[')
  const end = rest.indexOf('>')
  if (!rest.startsWith('<!DOCTYPE') || bracket === -1 || bracket > end) return end + 1 || rest.length
  return rest.indexOf(']', bracket) + 1 || rest.length
}

function feedError(code: FeedCode, message: string): StageError {
  return new StageError(code, message, { retry: 'later' })
}
