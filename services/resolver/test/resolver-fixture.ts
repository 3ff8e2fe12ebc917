import { type Count, newId, Reading, type ReadingEvent, type ReadingStatistic, SourceSpec } from '@tipwire/domain'
import {
  addSource,
  assignCursors,
  beginWork,
  listSources,
  openStore,
  openWork,
  type Store,
  saveDocument,
  saveItems,
  saveReading,
  setDuplicate,
  startRun,
  withdrawDocument,
} from '@tipwire/store'
import { queryRows, throwawayDatabase } from '@tipwire/testkit'
import { resolveDocument } from '../src/resolve-document.ts'

export type TestDocument = {
  publisher: string
  kind?: SourceSpec['kind']
  actor?: string
  published_at?: string
  text?: string
  item_id?: string
  duplicate_of?: string
  events?: readonly Partial<ReadingEvent>[]
  statistics?: readonly Partial<ReadingStatistic>[]
}

const words = [{ field: 'text' as const, start: 0, end: 5, quote: 'Words' }]

export function aCount(measure: Count['measure'], value: number, more: Partial<Count> = {}): Count {
  return { measure, min: value, max: value, qualifier: 'exact', evidence: words, ...more }
}

/** A rescue of 14 Indians in Poipet on 16 July 2025, but for what is given. */
export function aRescue(event: Partial<ReadingEvent> = {}): ReadingEvent {
  return {
    type: 'rescue_release',
    status: 'happened',
    occurred: '2025-07-16',
    country: 'KH',
    place: 'Poipet',
    counts: [aCount('rescued', 14)],
    nationalities: ['IN'],
    exploitation: ['forced_criminality_online_scam'],
    actors: [],
    evidence: words,
    ...event,
  }
}

export function aFigure(statistic: Partial<ReadingStatistic> = {}): ReadingStatistic {
  return {
    measure: 'rescued',
    kind: 'cumulative',
    basis: 'official',
    min: 650,
    max: null,
    qualifier: 'more_than',
    nationalities: ['IN'],
    country: 'KH',
    as_of: '2025-07-16',
    said_by: 'Embassy of India, Phnom Penh',
    evidence: words,
    ...statistic,
  }
}

/** The resolver on a database of its own, fed with documents whose readings are given. */
export async function resolverFixture() {
  await using parts = new AsyncDisposableStack()
  const { connectionString } = parts.use(await throwawayDatabase())
  const store = parts.use(openStore({ connectionString, max: 8, applicationName: 'resolver test' }))
  const run_id = await startRun(store.db, { service: 'test', version: '0' })
  const kept = parts.move()
  return { store, run_id, ...verbs({ store, run_id, connectionString }), [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

function verbs({ store, run_id, connectionString }: { store: Store; run_id: string; connectionString: string }) {
  async function resolve(id: string): Promise<void> {
    await store.transaction((tx) => openWork(tx, { stage: 'resolve', id }))
    const { started } = await beginWork(store.db, { stage: 'resolve', ids: [id], max_starts: 9, run_id })
    const work = started[0]
    if (!work) throw new Error(`${id} can't be started`)
    await resolveDocument({ store, run_id }, work)
  }

  async function add(document: TestDocument): Promise<{ document_id: string; item_id: string }> {
    const saved = await save(store, document, run_id)
    await resolve(saved.document_id)
    return saved
  }

  return {
    resolve,
    add,
    save: (document: TestDocument) => save(store, document, run_id),
    async withdraw(item_id: string): Promise<void> {
      const ids = await store.transaction((tx) => withdrawDocument(tx, { item_id, reason: 'withdrawn', run_id }))
      for (const id of ids) await resolve(id)
    },
    publish: () => assignCursors(store.db),
    rows: <T = Record<string, unknown>>(query: string) => queryRows<T>(connectionString, query),
  }
}

async function save(store: Store, document: TestDocument, run_id: string): Promise<{ document_id: string; item_id: string }> {
  const { publisher, kind = 'rss_news', actor, published_at = '2025-07-17T08:00:00+07:00', events = [], statistics = [], duplicate_of } = document
  const text = document.text ?? `Words of ${newId('doc')}`
  const url = `https://${publisher.toLowerCase().replaceAll(/\W+/g, '-')}.example/`
  return store.transaction(async (tx) => {
    const source_id =
      (await knownSource(store, publisher)) ?? (await addSource(tx, SourceSpec.parse({ name: publisher, url: `${url}feed`, kind, actor: actor ?? null })))
    const entry = {
      id: document.item_id ?? newId('itm'),
      url: `${url}${newId('itm')}`,
      title: 'A title',
      published_at,
      updated_at: null,
      authors: [],
      summary: null,
      content: null,
      language: null,
      enclosures: [],
    }
    const item_id = document.item_id ?? ((await saveItems(tx, { source_id, run_id, entries: [entry], partial: true })).new_ids[0] as string)
    const article = { title: 'A title', byline: null, published_at, lang: 'en', canonical_url: null, text, embeds: [] }
    const { document_id } = await saveDocument(tx, {
      item_id,
      source_id,
      run_id,
      url: entry.url,
      canonical_url: entry.url,
      kind: 'article',
      article,
      published_at,
      lang: 'en',
      content_sha256: text,
      text_sha256: text,
    })
    if (duplicate_of) await setDuplicate(tx, { document_id, duplicate_of, kind: 'reprint', jaccard: 1 })
    const reading = Reading.parse({ relevant: true, events: events.map(aRescue), statistics: statistics.map(aFigure) })
    await saveReading(tx, { document_id, reader_version: 'test', reading, run_id })
    return { document_id, item_id }
  })
}

async function knownSource(store: Store, name: string): Promise<string | undefined> {
  return (await listSources(store.db)).find((source) => source.name === name)?.source_id
}
