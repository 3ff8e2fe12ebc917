import { codeLists } from '@tipwire/domain'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anItem, type StoreFixture, storeFixture } from '../../test/store-fixture.ts'
import { codeColumns } from './code-columns.ts'

let fixture: StoreFixture
beforeAll(async () => {
  fixture = await storeFixture()
})
afterAll(() => fixture[Symbol.asyncDispose]())

describe('codes', () => {
  it('stand in tipwire.codes with label and definition', async () => {
    const rows = await fixture.store.db.selectFrom('tipwire.codes').selectAll().execute()
    const held = Object.fromEntries(Object.keys(codeLists).map((list) => [list, rows.filter((row) => row.list === list).map((row) => row.code)]))
    for (const [list, codes] of Object.entries(codeLists)) expect(held[list]?.sort()).toEqual(Object.keys(codes).sort())
    expect(rows.filter((row) => row.label === '' || row.definition === '')).toEqual([])
  })

  it('of an unknown kind are refused by the database', async () => {
    const { source_id } = await anItem(fixture)
    const change = fixture.store.db.updateTable('pipeline.sources').set({ kind: sql`'oracle'` }).where('source_id', '=', source_id)
    await expect(change.execute()).rejects.toMatchObject({ code: '23514', constraint: 'kind_is_a_code' })
  })

  it('are checked in every column that is said to hold codes', async () => {
    const { rows } = await sql<{ name: string }>`
      select n.nspname || '.' || t.relname || '.' || c.conname as name
      from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace where c.contype = 'c'`.execute(fixture.store.db)
    expect(rows.map((row) => row.name)).toEqual(expect.arrayContaining(codeColumns.map(({ table, column }) => `${table}.${column}_is_a_code`)))
  })
})
