import type { ParsedFeed, SourceSpec } from '@tipwire/domain'
import { parseFeed } from '@tipwire/sources'
import { readInput } from '../../input/bytes.ts'

/** Fetches and parses a feed once. */
export async function fetchFeed(spec: SourceSpec): Promise<ParsedFeed> {
  const { bytes, url, contentType } = await readInput(spec.url, { door: 'feed', allowPrivate: spec.allow_private_address })
  return parseFeed(bytes, { url: url ?? spec.url, contentType })
}
