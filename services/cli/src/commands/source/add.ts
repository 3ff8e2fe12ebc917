import { StageError } from '@tipwire/domain'
import { addSource } from '@tipwire/store'
import { confirm } from '../../input/confirm.ts'
import { findConnection } from '../../input/connection.ts'
import { withStore } from '../../input/with-store.ts'
import { note, print, printJson } from '../../output/streams.ts'
import { tableText } from '../../output/table.ts'
import { fetchFeed } from './fetch-feed.ts'
import { type Preview, previewEntries } from './preview.ts'
import { type SourceOptions, toSpec } from './spec.ts'

type AddOptions = SourceOptions & { yes?: boolean; preview: boolean }

/** Shows what would become of the last items of a feed, asks, and watches it from then on. The first own source ends the sample. */
export async function add(url: string, options: AddOptions): Promise<void> {
  const { sample } = findConnection()
  const { url: found, parsed } = await fetchFeed(toSpec(url, options)).catch(refuse)
  const spec = toSpec(found, options, parsed.feed)
  for (const problem of parsed.problems) note(`problem: ${problem}`)
  if (options.preview) await print(previewText(await previewEntries(parsed, spec)))
  if (sample) note('This is your first own source: the sample ends and an empty store of your own begins.')
  if (!options.yes && !(await confirm(`Watch "${spec.name}" every ${spec.poll_every_s} s?`))) return note('nothing added.')
  const source_id = await withStore({ role: 'service', own: true }, (store) => store.transaction((tx) => addSource(tx, spec)))
  note(`${spec.name} is watched. See: tipwire status`)
  await printJson({ source_id, ...spec })
}

function refuse(error: unknown): never {
  if (!(error instanceof StageError)) throw error
  const hint = error.code === 'FEED_IS_HTML' ? ' It names no feed that works, nor has its site one at the usual addresses.' : ''
  throw new StageError(error.code, `this cannot be watched. ${error.message}${hint}`, { retry: 'never', cause: error })
}

function previewText(previews: readonly Preview[]): string {
  if (previews.length === 0) return 'The feed has no items yet.'
  const rows = previews.map((one) => [
    one.published_at?.slice(0, 10) ?? '',
    one.verdict,
    one.title,
    one.events.join(', ') + (one.figures > 0 ? ` (+${one.figures} figures)` : ''),
    one.problem,
  ])
  const hits = previews.filter((one) => one.events.length > 0).length
  return `${tableText(['published', 'verdict', 'title', 'events', 'problem'], rows, { widest: 60 })}\n${hits} of the last ${previews.length} items would become events.`
}
