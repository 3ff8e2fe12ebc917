import { type ParsedFeed, type SourceSpec, StageError } from '@tipwire/domain'
import { decodePage, linkedFeeds, readFeed, usualFeedAddresses } from '@tipwire/sources'
import { type Input, readInput } from '../../input/bytes.ts'
import { note } from '../../output/streams.ts'

const MAX_TRIES = 12

/** A feed, and where it is: not where the person said when that is a page that names its feed. */
export type FetchedFeed = Readonly<{ url: string; parsed: ParsedFeed }>

/** Fetches and parses a feed once. A page is asked for its feeds, then the usual addresses of its site are tried. */
export async function fetchFeed(spec: SourceSpec): Promise<FetchedFeed> {
  const input = await fetchBytes(spec.url, spec)
  try {
    return { url: spec.url, parsed: await parse(input, spec.url) }
  } catch (error) {
    if (!(error instanceof StageError) || error.code !== 'FEED_IS_HTML') throw error
    const found = await discover(input, spec)
    if (found === null) throw error
    note(`This is a page; its feed is at ${found.url}`)
    return found
  }
}

async function discover({ bytes, url, contentType }: Input, spec: SourceSpec): Promise<FetchedFeed | null> {
  const page = url ?? spec.url
  const named = linkedFeeds(decodePage(bytes, contentType ?? null), { url: page }).map((feed) => feed.url)
  for (const candidate of [...new Set([...named, ...usualFeedAddresses(page)])].slice(0, MAX_TRIES)) {
    const parsed = await fetchBytes(candidate, { ...spec, allow_private_address: spec.allow_private_address && sameHost(candidate, spec.url) })
      .then((input) => parse(input, candidate))
      .catch(toNull)
    if (parsed !== null && parsed.entries.length > 0) return { url: candidate, parsed }
  }
  return null
}

/** A page may not lead to another private address than the one that was allowed. */
const sameHost = (a: string, b: string): boolean => URL.parse(a)?.host === URL.parse(b)?.host

/** An address that was only tried may fail. */
function toNull(error: unknown): null {
  if (error instanceof StageError) return null
  throw error
}

const fetchBytes = (url: string, spec: SourceSpec): Promise<Input> => readInput(url, { door: 'feed', allowPrivate: spec.allow_private_address })
const parse = ({ bytes, url, contentType }: Input, asked: string): Promise<ParsedFeed> => readFeed(bytes, { url: url ?? asked, contentType })
