import type { Stage } from '@tipwire/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDocument, anItem, type StoreFixture, storeFixture } from '../../../test/store-fixture.ts'
import {
  beginWork,
  expireTexts,
  findSimilar,
  finishWork,
  getItem,
  getReadable,
  openWork,
  saveDocument,
  saveSignature,
  setDuplicate,
  withdrawDocument,
} from '../../index.ts'
import { sha256 } from '../items/item-rows.ts'

let fixture: StoreFixture
beforeAll(async () => {
  fixture = await storeFixture()
})
afterAll(() => fixture[Symbol.asyncDispose]())

type Change = Parameters<typeof aDocument>[1]
type Item = { item_id: string; source_id: string }

const save = (item: Item, change: Change = {}) => fixture.store.transaction((tx) => saveDocument(tx, aDocument({ ...item, run_id: fixture.run_id }, change)))
const readable = async (id: string) => (await getReadable(fixture.store.db, id))!
const withdraw = (item_id: string) => fixture.store.transaction((tx) => withdrawDocument(tx, { item_id, reason: 'deleted', run_id: fixture.run_id }))

async function told(document_id: string): Promise<void> {
  const { db } = fixture.store
  await openWork(db, { stage: 'resolve', id: document_id })
  const { started } = await beginWork(db, { stage: 'resolve', ids: [document_id], max_starts: 3, run_id: fixture.run_id })
  await fixture.store.transaction((tx) => finishWork(tx, { work: started[0]!, outcome: { kind: 'done', next: [] }, run_id: fixture.run_id }))
}

async function waiting(stage: Stage): Promise<string[]> {
  const rows = await fixture.store.db.selectFrom('pipeline.work').select('id').where('stage', '=', stage).where('state', '=', 'waiting').execute()
  return rows.map((row) => row.id)
}

describe('saveDocument', () => {
  it('makes a version when text or title changed, and none otherwise', async () => {
    const item = await anItem(fixture)
    const first = await save(item)
    expect(first).toMatchObject({ version_no: 1, is_new: true, supersedes: null })
    expect(await save(item)).toEqual({ ...first, is_new: false })
    const second = await save(item, { title: 'A corrected title' })
    expect(second).toMatchObject({ version_no: 2, is_new: true, supersedes: first.document_id })
    expect(await readable(first.document_id)).toMatchObject({ availability: 'edited', superseded_by: second.document_id, text: 'A text.' })
    expect(await readable(second.document_id)).toMatchObject({ availability: 'live', superseded_by: null, title: 'A corrected title' })
  })

  it('gives an item one newest version when two workers save different texts at once', async () => {
    const item = await anItem(fixture)
    const saved = await Promise.all(['one', 'two', 'three', 'four'].map((text) => save(item, { text })))
    expect(saved.map((version) => version.version_no).sort()).toEqual([1, 2, 3, 4])
    const newest = await Promise.all(saved.map((version) => readable(version.document_id)))
    expect(newest.filter((document) => document.superseded_by === null)).toHaveLength(1)
  })

  it('keeps the publisher’s offset, which says which day it is there', async () => {
    const { document_id } = await save(await anItem(fixture, { tz: 'Asia/Kolkata' }))
    expect(await readable(document_id)).toMatchObject({
      published_at: '2026-03-02T08:00:00+05:30',
      publisher_tz: 'Asia/Kolkata',
      publisher: 'Invented Courier',
    })
  })

  it('moves an embedded post to the newer page, and supersedes one that the newer page lacks', async () => {
    const item = await anItem(fixture)
    const page = await save(item)
    const post = { kind: 'embedded_post', platform: 'x', source_kind: 'social_account', author: 'Invented Embassy' } as const
    const kept = { ...post, text: 'kept', canonical_url: 'https://posts.example/1', parent_document_id: page.document_id }
    const dropped = { ...post, text: 'dropped', canonical_url: null, parent_document_id: page.document_id }
    const [first, second] = [await save(item, kept), await save(item, dropped)]
    await told(second.document_id)
    const newer = await save(item, { text: 'Another text.' })
    expect(await waiting('resolve')).toContain(second.document_id)
    expect(await waiting('resolve')).not.toContain(first.document_id)
    expect(await save(item, { ...kept, parent_document_id: newer.document_id })).toMatchObject({ document_id: first.document_id, is_new: false })
    expect(await readable(first.document_id)).toMatchObject({ superseded_by: null, parent_document_id: newer.document_id, publisher: 'Invented Embassy' })
    expect(await readable(second.document_id)).toMatchObject({ superseded_by: newer.document_id, platform: 'x', source_kind: 'social_account' })
  })
})

describe('withdrawDocument', () => {
  it('deletes the texts and names each document once', async () => {
    const item = await anItem(fixture)
    const { document_id } = await save(item)
    expect(await withdraw(item.item_id)).toEqual([document_id])
    expect(await withdraw(item.item_id)).toEqual([])
    expect(await readable(document_id)).toMatchObject({ availability: 'deleted', text_held: false, title: '', text: '' })
    expect((await getItem(fixture.store.db, item.item_id))?.entry).toBeNull()
  })

  it('lets a page come back as a new version', async () => {
    const item = await anItem(fixture)
    const { document_id } = await save(item)
    await withdraw(item.item_id)
    expect(await save(item)).toMatchObject({ is_new: true, version_no: 2, supersedes: document_id })
  })
})

describe('findSimilar', () => {
  const look = (document_id: string, more: Partial<Parameters<typeof findSimilar>[1]> = {}) =>
    findSimilar(fixture.store.db, { document_id, bands: [], text_sha256: 'none', canonical_url: null, ...more })

  it('finds by band, by text and by address, and leaves out what is old, withdrawn or the document itself', async () => {
    const [one, two, gone] = [await anItem(fixture), await anItem(fixture), await anItem(fixture)]
    const change = { text: 'similar', canonical_url: 'https://similar.example/1' }
    const old = await save(one, { ...change, title: 'Old' })
    const [first, second, third] = [await save(one, change), await save(two, change), await save(gone, change)]
    for (const { document_id } of [old, first, second, third]) {
      const signature = { document_id, text_sha256: sha256('similar'), minhash: [1, 4_294_967_295], bands: ['0:aa', '1:bb'] }
      await fixture.store.transaction((tx) => saveSignature(tx, signature))
    }
    await withdraw(gone.item_id)
    for (const by of [{ bands: ['1:bb', '2:cc'] }, { text_sha256: sha256('similar') }, { canonical_url: 'https://similar.example/1' }]) {
      expect((await look(second.document_id, by)).map((found) => found.document_id)).toEqual([first.document_id])
    }
    expect(await look(second.document_id, { bands: ['1:bb'] })).toMatchObject([{ minhash: [1, 4_294_967_295], shared_bands: 1, item_id: one.item_id }])
  })
})

describe('setDuplicate', () => {
  it('stores no chains, in whatever order copies are found', async () => {
    const [a, b, c] = (await Promise.all([1, 2, 3].map(async () => (await save(await anItem(fixture))).document_id))) as [string, string, string]
    const copy = (document_id: string, duplicate_of: string) =>
      fixture.store.transaction((tx) => setDuplicate(tx, { document_id, duplicate_of, kind: 'near', jaccard: 0.9 }))
    await copy(c, b)
    await copy(b, a)
    expect((await readable(b)).duplicate_of).toBe(a)
    expect((await readable(c)).duplicate_of).toBe(a)
    await fixture.store.transaction((tx) => setDuplicate(tx, { document_id: c, duplicate_of: null }))
    expect((await readable(c)).duplicate_of).toBeNull()
  })
})

describe('expireTexts', () => {
  it('deletes texts and entries after the source’s days, in portions, and keeps the hashes', async () => {
    const item = await anItem(fixture, { retention_days: 1 })
    const { document_id } = await save(item)
    const expire = (days: number) => fixture.store.transaction((tx) => expireTexts(tx, { now: new Date(Date.now() + days * 86_400_000), limit: 1 }))
    expect(await expire(0.5)).toEqual({ documents: 0, items: 0 })
    expect(await expire(2)).toEqual({ documents: 1, items: 1 })
    expect(await expire(2)).toEqual({ documents: 0, items: 0 })
    expect(await readable(document_id)).toMatchObject({ availability: 'text_expired', text_held: false, text_sha256: sha256('A text.') })
    expect((await getItem(fixture.store.db, item.item_id))?.entry).toBeNull()
    expect(await save(item)).toMatchObject({ is_new: false })
  })
})
