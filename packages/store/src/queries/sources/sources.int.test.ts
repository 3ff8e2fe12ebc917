import { StaleWorkError, UsageError } from '@tipwire/domain'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDocument, anEntry, anItem, aSpec, type StoreFixture, storeFixture } from '../../../test/store-fixture.ts'
import {
  addSource,
  beginWork,
  finishWork,
  getReadable,
  getSource,
  listSources,
  type PollRecord,
  pauseSource,
  recordPoll,
  removeSampleData,
  resumeSource,
  saveDocument,
  saveItems,
  specOf,
} from '../../index.ts'

let fixture: StoreFixture
beforeAll(async () => {
  fixture = await storeFixture()
})
afterAll(() => fixture[Symbol.asyncDispose]())

const add = (spec = aSpec(), sample = false) => fixture.store.transaction((tx) => addSource(tx, { ...spec, sample }))
const source = async (id: string) => (await getSource(fixture.store.db, id))!
const view = (id: string) => fixture.store.db.selectFrom('tipwire.sources').selectAll().where('source_id', '=', id).executeTakeFirst()

function poll(source_id: string, more: Partial<PollRecord> = {}) {
  const ok = { ok: true, state: 'ok', state_reason: null, etag: '"1"', last_modified: null, http_status: 200, new_items: 0 } as const
  return fixture.store.transaction((tx) => recordPoll(tx, { source_id, ...ok, ...more }))
}

async function pollRow(id: string) {
  return fixture.store.db.selectFrom('pipeline.work').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

describe('addSource', () => {
  it('keeps the description as it was given and makes the first poll due', async () => {
    const spec = aSpec({
      adapter: 'press-page',
      kind: 'embassy',
      country: 'KH',
      tz: 'Asia/Phnom_Penh',
      selectors: { post: 'article' },
      actor: 'Invented Embassy',
    })
    const id = await add(spec)
    expect(specOf(await source(id))).toEqual(spec)
    expect(await pollRow(id)).toMatchObject({ stage: 'poll-browser', state: 'waiting' })
  })

  it('refuses an address that is watched already, until that source is removed', async () => {
    const spec = aSpec()
    await add(spec, true)
    await expect(add(spec)).rejects.toThrow(UsageError)
    await fixture.store.transaction((tx) => removeSampleData(tx))
    expect(await add(spec)).toMatch(/^src_/)
  })
})

describe('recordPoll', () => {
  it('counts failures in a row and keeps what the last good answer said', async () => {
    const id = await add()
    await poll(id)
    const failed = { ok: false, state: 'failing', state_reason: 'not found (404)', etag: null, http_status: 404 } as const
    await poll(id, failed)
    await poll(id, failed)
    expect(await source(id)).toMatchObject({ consecutive_failures: 2, etag: '"1"', http_status: 404 })
    expect(await view(id)).toMatchObject({ state: 'failing', state_reason: 'not found (404)' })
    await poll(id)
    expect(await source(id)).toMatchObject({ consecutive_failures: 0, state: 'ok', state_reason: null })
  })

  it('begins to watch with the first success, not with the first try', async () => {
    const id = await add()
    await poll(id, { ok: false, state: 'failing', state_reason: 'no answer' })
    expect((await view(id))?.watching_since).toBeNull()
    await poll(id)
    const since = (await view(id))?.watching_since
    await poll(id)
    expect((await view(id))?.watching_since).toEqual(since)
  })
})

describe('silent', () => {
  const day = 86_400_000
  const ago = (days: number) => new Date(Date.now() - days * day)

  /** A source with 20 items of an even rhythm whose newest came `lastDays` ago. */
  async function watched({ everyDays, lastDays }: { everyDays: number; lastDays: number }) {
    const id = await add()
    const entries = Array.from({ length: 20 }, (_, index) => anEntry(`${index}`, { published_at: ago(lastDays + index * everyDays).toISOString() }))
    await fixture.store.transaction((tx) => saveItems(tx, { source_id: id, entries, run_id: fixture.run_id }))
    await poll(id, { new_items: entries.length })
    await sql`update pipeline.sources set watching_since = ${ago(400)}, last_new_content_at = ${ago(lastDays)} where source_id = ${id}`.execute(
      fixture.store.db,
    )
    return (await view(id))?.silent
  }

  it.each([
    ['a daily source, quiet for 8 days', { everyDays: 1, lastDays: 8 }, true],
    ['a daily source, quiet for 6 days', { everyDays: 1, lastDays: 6 }, false],
    ['a fortnightly source, quiet for 40 days', { everyDays: 14, lastDays: 40 }, false],
    ['a fortnightly source, quiet for 60 days', { everyDays: 14, lastDays: 60 }, true],
  ])('%s: %o', async (_, rhythm, silent) => {
    expect(await watched(rhythm)).toBe(silent)
  })

  it('is false for a source that was never reached: there is nothing to compare with', async () => {
    expect((await view(await add()))?.silent).toBe(false)
  })
})

describe('pauseSource', () => {
  it('takes the poll from its worker, and resuming makes it due again', async () => {
    const id = await add()
    const begun = await beginWork(fixture.store.db, { stage: 'poll', ids: [id], max_starts: 3, run_id: fixture.run_id })
    await fixture.store.transaction((tx) => pauseSource(tx, { source_id: id, reason: 'asked to' }))
    const finished = fixture.store.transaction((tx) =>
      finishWork(tx, { work: begun.started[0]!, outcome: { kind: 'done', next: [] }, again_at: new Date(), run_id: fixture.run_id }),
    )
    await expect(finished).rejects.toThrow(StaleWorkError)
    expect(await view(id)).toMatchObject({ state: 'paused', state_reason: 'asked to' })
    expect((await pollRow(id)).state).toBe('skipped')
    expect(await fixture.store.transaction((tx) => resumeSource(tx, id))).toBe(true)
    expect((await pollRow(id)).state).toBe('waiting')
  })
})

describe('removeSampleData', () => {
  it('ends sample sources and withdraws their documents, and leaves the others', async () => {
    const own = await add()
    const { source_id, item_id } = await anItem(fixture)
    await sql`update pipeline.sources set sample = true where source_id = ${source_id}`.execute(fixture.store.db)
    const { document_id } = await fixture.store.transaction((tx) => saveDocument(tx, aDocument({ source_id, item_id, run_id: fixture.run_id })))
    await fixture.store.transaction((tx) => removeSampleData(tx))
    expect((await listSources(fixture.store.db)).map((left) => left.source_id)).toContain(own)
    expect(await view(source_id)).toBeUndefined()
    expect(await getReadable(fixture.store.db, document_id)).toMatchObject({ availability: 'withdrawn', text_held: false, text: '' })
    expect(await pollRow(document_id)).toMatchObject({ stage: 'resolve', state: 'waiting' })
  })
})
