import type { FeedEntry, ReadableDocument, SourceSpec } from '@tipwire/domain'
import { SourceSpec as Spec, UsageError } from '@tipwire/domain'
import { addSource, type Db, listSources, openAll, pauseSource, type Store, saveItems, startRun, type Tx } from '@tipwire/store'

/** An entry that a person brings, with the source that it is filed under. */
export type HandAdded = Readonly<{ spec: SourceSpec; entry: FeedEntry }>

/** What became of what was brought; entries that are known and unchanged are not done again. */
export type Filed = Readonly<{ new_items: string[]; changed_items: string[]; known: number }>

const version = '0.1.0'
// A name that can belong to nobody (RFC 2606): documents that came without an address.
const NOWHERE = 'imported.invalid'

/** Why a source of what was added by hand is paused. */
export const BY_HAND = 'links and documents are added by hand, nothing is polled'

/** A link: its page will be fetched. It is filed under its host, so that independence of reports is judged as for a watched source. */
export function fromLink(address: string): HandAdded {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) throw new UsageError(`${shown(address)} is no web address; it should begin with https://.`)
  url.hash = ''
  return { spec: sourceOf({ host: url.hostname, origin: url.origin }), entry: { ...blank, id: url.href, url: url.href } }
}

/** Whatever a line held, in a message it stays short and prints as text. */
const shown = (given: string): string => {
  const clean = given.replace(/[\p{Cc}\ufffd]/gu, '·')
  return clean.length > 100 ? `${clean.slice(0, 100)}…` : clean
}

/** A whole document: it is taken as it is, nothing is fetched. */
export function fromDocument(document: ReadableDocument): HandAdded {
  const url = document.url ? URL.parse(document.url) : null
  const host = url?.hostname ?? NOWHERE
  const spec = sourceOf({ host, origin: url?.origin ?? `https://${host}` }, document)
  const entry = {
    ...blank,
    id: document.id,
    url: url?.href ?? null,
    title: document.title,
    published_at: document.published_at,
    content: toMarkup(document.text),
  }
  return { spec, entry: { ...entry, language: document.lang === 'und' ? null : document.lang, complete: true } }
}

/** Files entries under sources that are never polled, and makes their items due, in one transaction. */
export async function file(store: Store, added: readonly HandAdded[]): Promise<Filed> {
  const run_id = await startRun(store.db, { service: 'cli', version })
  return store.transaction(async (tx) => {
    const total: { new_items: string[]; changed_items: string[] } = { new_items: [], changed_items: [] }
    for (const group of Map.groupBy(added, ({ spec }) => spec.url).values()) {
      const [first] = group
      if (!first) continue
      const source_id = await sourceId(tx, first.spec)
      const { new_ids, changed_ids } = await saveItems(tx, { source_id, entries: group.map(({ entry }) => entry), run_id, partial: true })
      total.new_items.push(...new_ids)
      total.changed_items.push(...changed_ids)
    }
    await openAll(
      tx,
      [...total.new_items, ...total.changed_items].map((id) => ({ stage: 'fetch' as const, id })),
    )
    return { ...total, known: added.length - total.new_items.length - total.changed_items.length }
  })
}

async function sourceId(tx: Tx, spec: SourceSpec): Promise<string> {
  const known = await findSource(tx, spec.url)
  if (known) return known
  const source_id = await addSource(tx, spec)
  await pauseSource(tx, { source_id, reason: BY_HAND })
  return source_id
}

async function findSource(db: Db, url: string): Promise<string | undefined> {
  return (await listSources(db)).find((source) => source.url === url)?.source_id
}

type Place = Readonly<{ host: string; origin: string }>

function sourceOf({ host, origin }: Place, document?: ReadableDocument): SourceSpec {
  const name = document?.publisher ?? document?.source_actor ?? (host === NOWHERE ? 'Imported documents' : host)
  const mark = document ? [document.source_kind, name, document.publisher_tz ?? ''].join(' ') : ''
  const url = `${origin}/#added-by-hand${mark ? `:${encodeURIComponent(mark)}` : ''}`
  return Spec.parse({ name, url, ...(document ? { kind: document.source_kind, tz: document.publisher_tz ?? null, actor: document.source_actor ?? null } : {}) })
}

const blank = { title: '', published_at: null, updated_at: null, authors: [], summary: null, content: null, language: null, enclosures: [] } satisfies Omit<
  FeedEntry,
  'id' | 'url'
>

/** Entries carry markup; a text becomes paragraphs. */
function toMarkup(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('\n')
}
