import { SourceSpec } from '@tipwire/domain'
import { addSource, beginWork, openStore, openWork, saveDocument, saveItems, startRun } from '@tipwire/store'
import { queryRows, throwawayDatabase } from '@tipwire/testkit'
import { expect, it } from 'vitest'
import { deduplicateDocument } from '../src/deduplicate-document.ts'

const sentences = [
  'Officers entered an old hotel near the ferry landing and brought out people who had been made to work there without pay.',
  'Neighbours said that lights had burned on the upper floors all night for most of the winter, and that nobody was ever seen to leave.',
  'The labour office said it would look into the papers of every guest, and the harbour guard closed the road behind the building for a day.',
  'A local group brought blankets and food, and asked that nobody be questioned before a doctor had seen them.',
]
const story = sentences.join(' ')

async function deduplicatorFixture() {
  await using parts = new AsyncDisposableStack()
  const { connectionString } = parts.use(await throwawayDatabase())
  const store = parts.use(openStore({ connectionString, applicationName: 'deduplicator test' }))
  const run_id = await startRun(store.db, { service: 'test', version: '0' })
  const kept = parts.move()

  type Saved = { text: string; title?: string; published_at: string; shows?: string }

  /** With `shows`, the document saved is the post of that text that the page shows. */
  async function save(publisher: string, { text, title = 'A title', published_at, shows }: Saved): Promise<string> {
    return store.transaction(async (tx) => {
      const url = `https://${publisher}.example/`
      const source_id = await addSource(tx, SourceSpec.parse({ name: publisher, url: `${url}feed` }))
      const entry = {
        id: publisher,
        url: `${url}n`,
        title,
        published_at,
        updated_at: null,
        authors: [],
        summary: null,
        content: null,
        language: null,
        enclosures: [],
      }
      const { new_ids } = await saveItems(tx, { source_id, run_id, entries: [entry] })
      const article = { title, byline: null, published_at, lang: 'en', canonical_url: null, text, embeds: [] }
      const common = { item_id: new_ids[0] as string, source_id, run_id }
      const saved = await saveDocument(tx, {
        ...common,
        url: entry.url,
        canonical_url: entry.url,
        kind: 'article',
        article,
        published_at,
        lang: 'en',
        content_sha256: text,
        text_sha256: text,
      })
      if (shows === undefined) return saved.document_id
      const post = { ...article, title: '', text: shows }
      const hashes = { content_sha256: shows, text_sha256: shows }
      const embedded = { kind: 'embedded_post', parent_document_id: saved.document_id } as const
      return (await saveDocument(tx, { ...common, ...hashes, ...embedded, url: entry.url, canonical_url: null, article: post, published_at, lang: 'en' }))
        .document_id
    })
  }

  async function deduplicate(id: string): Promise<void> {
    await store.transaction((tx) => openWork(tx, { stage: 'deduplicate', id }))
    const { started } = await beginWork(store.db, { stage: 'deduplicate', ids: [id], max_starts: 3, run_id })
    for (const work of started) await deduplicateDocument({ store, run_id }, work)
  }

  return {
    save,
    deduplicate,
    add: async (publisher: string, document: Parameters<typeof save>[1]) => {
      const id = await save(publisher, document)
      await deduplicate(id)
      return id
    },
    rows: <T = Record<string, unknown>>(query: string) => queryRows<T>(connectionString, query),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

const copies = 'select document_id, duplicate_of, duplicate_kind from pipeline.documents where duplicate_of is not null order by published_at'

it('points copies to the oldest document, also when that comes last, and has them resolved again', async () => {
  await using wire = await deduplicatorFixture()
  const near = await wire.add('quay-post', { text: `${story} Our own reporter adds that the road is open again.`, published_at: '2025-07-18T08:00:00Z' })
  const reprint = await wire.add('lantern-daily', { text: story, title: 'Another title', published_at: '2025-07-17T08:00:00Z' })
  expect(await wire.rows(copies)).toEqual([{ document_id: near, duplicate_of: reprint, duplicate_kind: 'near' }])
  const original = await wire.add('delta-herald', { text: story, published_at: '2025-07-16T08:00:00Z' })
  expect(await wire.rows(copies)).toEqual([
    { document_id: reprint, duplicate_of: original, duplicate_kind: 'reprint' },
    { document_id: near, duplicate_of: original, duplicate_kind: 'near' },
  ])
  expect((await wire.rows<{ id: string }>(`select id from pipeline.work where stage = 'resolve' order by id`)).map(({ id }) => id)).toEqual(
    [near, reprint].sort(),
  )
})

it('sees two copies that come at once', async () => {
  await using wire = await deduplicatorFixture()
  const ids = [
    await wire.save('delta-herald', { text: story, published_at: '2025-07-16T08:00:00Z' }),
    await wire.save('quay-post', { text: story, published_at: '2025-07-16T09:00:00Z' }),
  ]
  await Promise.all(ids.map(wire.deduplicate))
  expect(await wire.rows(copies)).toEqual([{ document_id: ids[1], duplicate_of: ids[0], duplicate_kind: 'exact' }])
})

it('takes an original whose copy came to be looked at before it, and takes it again', async () => {
  await using wire = await deduplicatorFixture()
  const original = await wire.save('delta-herald', { text: story, published_at: '2025-07-16T08:00:00Z' })
  const copy = await wire.save('quay-post', { text: story, published_at: '2025-07-16T09:00:00Z' })
  for (const id of [copy, original, original, copy]) {
    await wire.deduplicate(id)
    expect(await wire.rows(copies)).toEqual([{ document_id: copy, duplicate_of: original, duplicate_kind: 'exact' }])
  }
})

it('takes a post that a page shows for a copy of the post itself, whichever comes first', async () => {
  const at = '2025-07-16T08:00:00Z'
  for (const order of ['post first', 'page first']) {
    await using wire = await deduplicatorFixture()
    const addPost = () => wire.add('quay-embassy', { text: story, published_at: at })
    const before = order === 'post first' ? await addPost() : null
    const shown = await wire.add('a-herald', { text: 'Our reporter adds that the road is open again.', published_at: at, shows: story })
    const post = before ?? (await addPost())
    expect(await wire.rows('select document_id, duplicate_of from pipeline.documents where duplicate_of is not null')).toEqual([
      { document_id: shown, duplicate_of: post },
    ])
  }
})

it('keeps template twins apart and hands every document on', async () => {
  await using wire = await deduplicatorFixture()
  const post = (number: number, day: string) =>
    `The Embassy has got ${number} of our citizens out of a compound on ${day} and works for their early return. ${story}`
  const ids = [
    await wire.add('embassy-one', { text: post(23, 'Friday'), published_at: '2025-03-14T08:00:00Z' }),
    await wire.add('embassy-two', { text: post(31, 'Monday'), published_at: '2025-05-09T08:00:00Z' }),
  ]
  expect(await wire.rows(copies)).toEqual([])
  expect((await wire.rows<{ id: string }>(`select id from pipeline.work where stage = 'extract' and state = 'waiting'`)).map(({ id }) => id).sort()).toEqual(
    ids.sort(),
  )
})
