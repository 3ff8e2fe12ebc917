import { decodePage } from '@tipwire/sources'
import { readInput, refuseBinary } from './bytes.ts'

/** A page as text, in whatever charset it comes; `url` is where it was found in the end, null for a file. */
export async function readPage(name: string, { allowPrivate = false }: { allowPrivate?: boolean } = {}): Promise<{ html: string; url: string | null }> {
  const { bytes, url, contentType } = await readInput(name, { door: 'article', allowPrivate })
  // What was fetched says its charset itself, and may be any.
  if (url === null) refuseBinary(bytes, name)
  return { html: decodePage(bytes, contentType), url }
}
