import { writeFile } from 'node:fs/promises'
import { writeOpml } from '@tipwire/sources'
import { listSources } from '@tipwire/store'
import { BY_HAND } from '../../input/hand-added.ts'
import { withStore } from '../../input/with-store.ts'
import { note, print } from '../../output/streams.ts'
import { opmlAttributes } from './opml-attributes.ts'

/** Writes the watched feeds as OPML. Press pages and what was added by hand are no feeds and are left out. */
export async function exportOpml(file: string | undefined): Promise<void> {
  const sources = await withStore({ role: 'service', own: true }, (store) => listSources(store.db))
  const feeds = sources.filter((source) => source.adapter === 'feed' && source.state_reason !== BY_HAND)
  const subscriptions = feeds.map((source) => ({ url: source.url, title: source.name, site: null, known: ownAttributes(source) }))
  const text = writeOpml(subscriptions, { title: 'Sources of Tipwire' })
  if (file === undefined) return print(text.trimEnd())
  await writeFile(file, text)
  note(`${feeds.length} feeds written to ${file}${feeds.length < sources.length ? `; ${sources.length - feeds.length} are no feeds and left out` : ''}.`)
}

function ownAttributes(source: Readonly<Record<(typeof opmlAttributes)[number], unknown>>): Record<string, string> {
  return Object.fromEntries(opmlAttributes.flatMap((name) => (source[name] === null || source[name] === undefined ? [] : [[name, String(source[name])]])))
}
