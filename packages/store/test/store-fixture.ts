import { newId, SourceSpec } from '@tipwire/domain'
import { throwawayDatabase } from '@tipwire/testkit'
import { addSource, openStore, type SaveDocument, type Store, saveItems, startRun } from '../src/index.ts'
import { sha256 } from '../src/queries/items/item-rows.ts'

export type StoreFixture = AsyncDisposable & Readonly<{ store: Store; run_id: string; connectionString: string }>

/** An open store on an empty database of its own, with a run begun. */
export async function storeFixture(): Promise<StoreFixture> {
  await using parts = new AsyncDisposableStack()
  const { connectionString } = parts.use(await throwawayDatabase())
  const store = parts.use(openStore({ connectionString, max: 10, applicationName: 'store test' }))
  const run_id = await startRun(store.db, { service: 'test', version: '0' })
  const kept = parts.move()
  return { store, run_id, connectionString, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

export function aSpec(spec: Partial<SourceSpec> = {}): SourceSpec {
  return SourceSpec.parse({ name: 'Invented Courier', url: `https://courier.example/${newId('src')}/feed`, ...spec })
}

export function anEntry(id: string, more: Partial<Parameters<typeof saveItems>[1]['entries'][number]> = {}) {
  const entry = { id, url: `https://courier.example/${id}`, title: `Title ${id}`, published_at: null, updated_at: null, authors: [] }
  return { ...entry, summary: null, content: null, language: null, enclosures: [], ...more }
}

/** A source with one item. */
export async function anItem({ store, run_id }: StoreFixture, spec: Partial<SourceSpec> = {}) {
  return store.transaction(async (tx) => {
    const source_id = await addSource(tx, aSpec(spec))
    const { new_ids } = await saveItems(tx, { source_id, run_id, entries: [anEntry('a')] })
    return { source_id, item_id: new_ids[0] as string }
  })
}

type DocumentChange = Partial<Omit<SaveDocument, 'article'>> & { title?: string; text?: string }

/** A page of an item, ready to be saved. */
export function aDocument(
  item: { item_id: string; source_id: string; run_id: string },
  { title = 'A title', text = 'A text.', ...more }: DocumentChange = {},
): SaveDocument {
  return {
    item_id: item.item_id,
    source_id: item.source_id,
    run_id: item.run_id,
    url: 'https://courier.example/a?utm_source=feed',
    canonical_url: 'https://courier.example/a',
    kind: 'article',
    article: { title, byline: null, published_at: null, lang: 'en', canonical_url: null, text, embeds: [] },
    published_at: '2026-03-02T08:00:00+05:30',
    lang: 'en',
    content_sha256: sha256(`<p>${text}</p>`),
    text_sha256: sha256(text),
    ...more,
  }
}
