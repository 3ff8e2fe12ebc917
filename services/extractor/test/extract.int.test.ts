import { createHash } from 'node:crypto'
import { StageError } from '@tipwire/domain'
import { extractionVersion } from '@tipwire/extraction'
import { openQueues } from '@tipwire/queue'
import { createLog, createMetrics } from '@tipwire/runtime'
import { addSource, getReading, getToldDocument, openStore, openWork, type Store, saveDocument, saveItems, startRun, withdrawDocument } from '@tipwire/store'
import { aFeedEntry, anArticle, aSource, throwawayDatabase, waitUntil } from '@tipwire/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaults } from '../src/config.ts'
import { openReader } from '../src/open-reader.ts'
import { startExtractor } from '../src/start.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('startExtractor', () => {
  let open: AsyncDisposableStack
  let store: Store
  let connectionString: string

  beforeEach(async () => {
    open = new AsyncDisposableStack()
    ;({ connectionString } = open.use(await throwawayDatabase()))
    store = open.use(openStore({ connectionString }))
  })
  afterEach(() => open.disposeAsync())

  async function aStoredDocument(
    text: string,
    title = 'Nineteen freed from a scam compound',
  ): Promise<{ document_id: string; item_id: string; run_id: string }> {
    const run_id = await startRun(store.db, { service: 'test', version: '0' })
    return await store.transaction(async (tx) => {
      const source_id = await addSource(tx, aSource())
      const { new_ids } = await saveItems(tx, { source_id, entries: [aFeedEntry()], run_id })
      const item_id = new_ids[0] as string
      const article = anArticle({ title, text })
      const common = { item_id, source_id, run_id, article, lang: 'en', published_at: '2025-03-04T08:00:00+07:00', canonical_url: null }
      const saved = await saveDocument(tx, {
        ...common,
        url: 'https://river-post.example/1',
        kind: 'article',
        content_sha256: sha256(text),
        text_sha256: sha256(text),
      })
      await openWork(tx, { stage: 'extract', id: saved.document_id })
      return { document_id: saved.document_id, item_id, run_id }
    })
  }

  async function extract(document_id: string) {
    const queues = open.use(await openQueues({ connectionString }))
    const log = createLog('extractor', { level: 'fatal' })
    open.use(await startExtractor({ store, queues, log, metrics: createMetrics(), signal: new AbortController().signal, settings: { threads: 1 } }))
    await queues.add('extract', [document_id])
    return await waitUntil('the row is settled', async () => {
      const rows = await store.db.selectFrom('pipeline.work').selectAll().where('id', '=', document_id).execute()
      const row = rows.find(({ stage }) => stage === 'extract')
      return row?.state === 'waiting' ? null : { row, next: rows.map(({ stage, state }) => `${stage} ${state}`).sort() }
    })
  }

  it('stores what a document says, with its reader’s version, and sends it on to be resolved', async () => {
    const { document_id } = await aStoredDocument(
      'Police in Cambodia rescued 19 people from a scam compound in Poipet on 3 March 2025, the national police said.',
    )
    const { next } = await extract(document_id)
    expect(next).toEqual(['extract done', 'resolve waiting'])
    const reading = await getReading(store.db, document_id)
    expect(reading?.relevant).toBe(true)
    expect(reading?.events[0]).toMatchObject({ country: 'KH', status: 'happened' })
    const row = await store.db.selectFrom('facts.readings').select('reader_version').where('document_id', '=', document_id).executeTakeFirst()
    expect(row?.reader_version).toBe(extractionVersion)
  })

  it('keeps the headline of a document that tells something: without names of people, with those of places, nations and bodies', async () => {
    const { document_id } = await aStoredDocument(
      'Police in Phnom Penh rescued Lena Okonjo and 18 other Indians from a scam compound on 3 March 2025, the Embassy of India said. (AFP)',
      'Nineteen Indians freed in Phnom Penh: Lena Okonjo tells the Embassy of India',
    )
    await extract(document_id)
    const told = await getToldDocument(store.db, document_id)
    expect(told).toMatchObject({ headline: 'Nineteen Indians freed in Phnom Penh: [person] tells the Embassy of India', agency: 'AFP' })
  })

  it('keeps no headline of a document that tells nothing', async () => {
    const { document_id } = await aStoredDocument('The river festival drew 19 boats on 3 March 2025, the town said.', 'Lena Okonjo wins the race')
    const { next } = await extract(document_id)
    expect(next).toEqual(['extract done', 'resolve waiting'])
    expect(await getToldDocument(store.db, document_id)).toBeUndefined()
  })

  it('skips a document whose text is no longer held', async () => {
    const { document_id, item_id, run_id } = await aStoredDocument('Police rescued 19 people.')
    await store.transaction((tx) => withdrawDocument(tx, { item_id, reason: 'withdrawn', run_id }))
    const { row } = await extract(document_id)
    expect(row).toMatchObject({ state: 'skipped', reason: 'text-not-held' })
    expect(await getReading(store.db, document_id)).toBeUndefined()
  })

  it('quarantines a text that is too long to be read', async () => {
    const { document_id } = await aStoredDocument('rescued '.repeat(50_000))
    const { row } = await extract(document_id)
    expect(row).toMatchObject({ state: 'quarantined', error_code: 'READ_TOO_LONG' })
  })
})

describe('openReader', () => {
  const script = new URL('./hostile-thread.ts', import.meta.url)
  const document = (text: string) => ({ id: 'doc_1', title: 'A title', text, published_at: null, source_kind: 'rss_news' as const, lang: 'en' })

  it.each([
    ['loop', 'READ_TIMEOUT', 'never'],
    ['eat', 'READ_OUT_OF_MEMORY', 'never'],
    ['crash', 'READ_STOPPED', 'later'],
  ])('meets a document that makes the reader %s with %s, and reads the next one', async (text, code, retry) => {
    await using reader = openReader({ ...defaults, threads: 1, deadlineMs: 8_000, maxHeapMb: 32 }, script)
    const error = await reader.read(document(text)).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(StageError)
    expect(error).toMatchObject({ code, retry })
    expect(await reader.read(document('calm'))).toMatchObject({ reading: { relevant: false } })
  })
})
