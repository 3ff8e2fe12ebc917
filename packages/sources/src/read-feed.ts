import type { ParsedFeed } from '@tipwire/domain'
import { distinctEntries } from './entry-ids.ts'
import { parseFeed } from './parse-feed.ts'

/** A feed as a source is read: as `parseFeed`, with one entry for each id and none that holds nothing. */
export async function readFeed(bytes: Uint8Array, context: { url: string; contentType?: string | null | undefined }): Promise<ParsedFeed> {
  const parsed = await parseFeed(bytes, context)
  const { entries, problem } = distinctEntries(parsed.entries)
  return { ...parsed, entries, problems: problem === null ? parsed.problems : [...parsed.problems, problem] }
}
