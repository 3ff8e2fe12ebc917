import type { ParsedFeed, SourceSpec } from '@tipwire/domain'
import { readFeed } from '@tipwire/sources'
import { readInput } from '../../input/bytes.ts'

/** Fetches and parses a feed once. */
export async function fetchFeed(spec: SourceSpec): Promise<ParsedFeed> {
  const { bytes, url, contentType } = await readInput(spec.url, { door: 'feed', allowPrivate: spec.allow_private_address })
  return readFeed(bytes, { url: url ?? spec.url, contentType })
}
