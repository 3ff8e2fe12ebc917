import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEntry, aSpec, type StoreFixture, storeFixture } from '../../../test/store-fixture.ts'
import { addSource, getItem, saveItems } from '../../index.ts'

let fixture: StoreFixture
beforeAll(async () => {
  fixture = await storeFixture()
})
afterAll(() => fixture[Symbol.asyncDispose]())

const onDay = (day: number, more: Parameters<typeof anEntry>[1] = {}) =>
  anEntry(`day ${day}`, { published_at: `2026-02-${String(day).padStart(2, '0')}T10:00:00Z`, ...more })

/** A source whose listings are saved one after the other; ids come back as the publisher's. */
async function feed() {
  const source_id = await fixture.store.transaction((tx) => addSource(tx, aSpec()))
  const name = async (id: string) => (await getItem(fixture.store.db, id))?.entry?.id
  const names = async (ids: string[]) => (await Promise.all(ids.map(name))).sort()
  return async (entries: Parameters<typeof saveItems>[1]['entries'], partial = false) => {
    const saved = await fixture.store.transaction((tx) => saveItems(tx, { source_id, entries, run_id: fixture.run_id, partial }))
    return { new: await names(saved.new_ids), changed: await names(saved.changed_ids), vanished: await names(saved.vanished_ids), saved }
  }
}

describe('saveItems', () => {
  it('knows new, unchanged and changed items', async () => {
    const list = await feed()
    expect((await list([onDay(1), onDay(2)])).new).toEqual(['day 1', 'day 2'])
    expect(await list([onDay(1), onDay(2), onDay(3)])).toMatchObject({ new: ['day 3'], changed: [], vanished: [] })
    expect(await list([onDay(1), onDay(2, { title: 'Corrected' }), onDay(3)])).toMatchObject({ new: [], changed: ['day 2'], vanished: [] })
  })

  it('calls an item vanished when an older one is still listed, and only once', async () => {
    const list = await feed()
    await list([onDay(1), onDay(2), onDay(3)])
    expect((await list([onDay(1), onDay(3)])).vanished).toEqual(['day 2'])
    expect((await list([onDay(1), onDay(3)])).vanished).toEqual([])
  })

  it('lets old items scroll away', async () => {
    const list = await feed()
    await list([onDay(1), onDay(2), onDay(3)])
    expect(await list([onDay(3), onDay(4)])).toMatchObject({ new: ['day 4'], vanished: [] })
  })

  it('takes an item that comes back as changed', async () => {
    const list = await feed()
    await list([onDay(1), onDay(2)])
    await list([onDay(1)])
    expect((await list([onDay(1), onDay(2)])).changed).toEqual(['day 2'])
  })

  it('lets nothing vanish from a listing that was cut off, but remembers it for the next whole one', async () => {
    const list = await feed()
    await list([onDay(1), onDay(2), onDay(3)])
    expect((await list([onDay(1)], true)).vanished).toEqual([])
    expect((await list([onDay(1), onDay(3)])).vanished).toEqual(['day 2'])
  })

  it('takes an empty listing', async () => {
    const list = await feed()
    await list([onDay(1)])
    expect(await list([])).toMatchObject({ new: [], changed: [], vanished: [] })
  })

  it('stores what a database refuses: NUL, half characters, an endless id, a date that is none', async () => {
    const list = await feed()
    const id = 'x'.repeat(50_000)
    const { saved } = await list([anEntry(id, { content: 'a\0b\uD800c', published_at: 'the day before yesterday' }), anEntry('twice'), anEntry('twice')])
    expect(saved.new_ids).toHaveLength(2)
    const items = await Promise.all(saved.new_ids.map((item) => getItem(fixture.store.db, item)))
    expect(items.find((item) => item?.entry?.id === id)).toMatchObject({ published_at: null, entry: { content: 'a\uFFFDb\uFFFDc' } })
    expect((await list([anEntry(id, { content: 'a\0b\uD800c' })])).new).toEqual([])
  })

  it('stores each item once when two workers save the same listing', async () => {
    const list = await feed()
    const both = await Promise.all([list([onDay(1), onDay(2)]), list([onDay(2), onDay(1)])])
    expect(both.flatMap((saved) => saved.new).sort()).toEqual(['day 1', 'day 2'])
  })
})
