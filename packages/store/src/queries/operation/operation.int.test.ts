import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { aDocument, anItem, storeFixture } from '../../../test/store-fixture.ts'
import { expireTexts, getReading, openWork, saveDocument, saveReading, startRun, trace, withdrawRun } from '../../index.ts'

it('trace tells all that is known of an address or an id, and no text', async () => {
  await using fixture = await storeFixture()
  const { store, run_id } = fixture
  const item = await anItem(fixture)
  const document = aDocument({ ...item, run_id }, { text: 'A secret text.' })
  const { document_id } = await store.transaction((tx) => saveDocument(tx, document))
  await openWork(store.db, { stage: 'extract', id: document_id })
  for (const key of [document.url, 'https://courier.example/a', item.item_id, document_id]) {
    const found = await trace(store.db, key)
    expect(found.sources.map((source) => source.source_id)).toEqual([item.source_id])
    expect(found.items.map((row) => row.item_id)).toEqual([item.item_id])
    expect(found.documents.map((row) => row.document_id)).toEqual([document_id])
    expect(found.work).toMatchObject([{ stage: 'extract', id: document_id, state: 'waiting' }])
    expect(JSON.stringify(found)).not.toContain('secret text')
  }
  expect((await trace(store.db, item.source_id)).work).toMatchObject([{ stage: 'poll' }])
  expect(await trace(store.db, 'https://nowhere.example/')).toEqual({ sources: [], items: [], documents: [], work: [] })
})

it('withdrawRun takes back the documents of one run and leaves those of another', async () => {
  await using fixture = await storeFixture()
  const { store, run_id } = fixture
  const bad = await startRun(store.db, { service: 'test', version: 'bad' })
  const [kept, gone] = [await anItem(fixture), await anItem(fixture)]
  const save = (item: typeof kept, run: string) => store.transaction((tx) => saveDocument(tx, aDocument({ ...item, run_id: run })))
  const [good, withdrawn] = [await save(kept, run_id), await save(gone, bad)]
  expect(await store.transaction((tx) => withdrawRun(tx, { run_id: bad }))).toMatchObject({ documents: [withdrawn.document_id] })
  const rows = await store.db.selectFrom('pipeline.documents').select(['document_id', 'availability']).execute()
  expect(new Map(rows.map((row) => [row.document_id, row.availability]))).toEqual(
    new Map([
      [good.document_id, 'live'],
      [withdrawn.document_id, 'withdrawn'],
    ]),
  )
  const next = await store.db.selectFrom('pipeline.work').select('id').where('stage', '=', 'resolve').execute()
  expect(next).toEqual([{ id: withdrawn.document_id }])
})

it('withdrawRun has the documents read again that a bad reader read, and drops what can no longer be read', async () => {
  await using fixture = await storeFixture()
  const { store, run_id } = fixture
  const bad = await startRun(store.db, { service: 'extractor', version: 'bad' })
  const [held, expired] = [await anItem(fixture), await anItem(fixture, { retention_days: 0 })]
  const save = (item: typeof held) => store.transaction((tx) => saveDocument(tx, aDocument({ ...item, run_id })))
  const [readable, gone] = [(await save(held)).document_id, (await save(expired)).document_id]
  const reading = { relevant: true, events: [], statistics: [] }
  for (const document_id of [readable, gone]) await saveReading(store.db, { document_id, reader_version: '1', reading, run_id: bad })
  await store.transaction((tx) => expireTexts(tx))
  const { documents, readings } = await store.transaction((tx) => withdrawRun(tx, { run_id: bad }))
  expect([documents, readings.sort()]).toEqual([[], [readable, gone].sort()])
  expect(await getReading(store.db, gone)).toBeUndefined()
  const next = await store.db.selectFrom('pipeline.work').select(['stage', 'id']).where('stage', 'in', ['extract', 'resolve']).orderBy('stage').execute()
  expect(next).toEqual([
    { stage: 'extract', id: readable },
    { stage: 'resolve', id: gone },
  ])
})

it('trace finds the documents that tell a figure', async () => {
  await using fixture = await storeFixture()
  const { store, run_id } = fixture
  const item = await anItem(fixture)
  const { document_id } = await store.transaction((tx) => saveDocument(tx, aDocument({ ...item, run_id })))
  await sql`
    insert into facts.statistics (statistic_id, measure, kind, basis, value_low, value_text, nationalities, date_basis, checked, reports,
      independent_sources, first_reported_at, version, run_id)
    values ('sta_told', 'rescued', 'running_total', 'official', 650, 'more than 650', '{IN}', 'stated', 'not_checked', 1, 1, now(), 1, ${run_id})`.execute(
    store.db,
  )
  await sql`insert into facts.reports (document_id, statistic_id, role, origin_id) values (${document_id}, 'sta_told', 'first', 'o')`.execute(store.db)
  expect((await trace(store.db, 'sta_told')).documents.map((row) => row.document_id)).toEqual([document_id])
  expect(await trace(store.db, 'sta_untold')).toEqual({ sources: [], items: [], documents: [], work: [] })
})
