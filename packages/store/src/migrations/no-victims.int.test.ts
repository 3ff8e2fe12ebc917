import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { storeFixture } from '../../test/store-fixture.ts'

const personal =
  /(^|_)(names?|first_name|last_name|surname|initials|contact|phone|mobile|e?mail|photos?|pictures?|images?|face|passport|id_card|document_number|address|street|birth\w*|dob|age|ages|exact_age|victim_id|witness\w*)(_|$)/

/** Names of sources, of places, of codes and of migrations. */
const impersonal = new Set(['pipeline.sources.name', 'tipwire.sources.name', 'pipeline.sources.allow_private_address', 'pipeline.kysely_migration.name'])

it('no column could take the name, contact, photo, document number, address, age or birth date of a victim or witness', async () => {
  await using fixture = await storeFixture()
  const { rows } = await sql<{ column: string; name: string }>`
    select table_schema || '.' || table_name || '.' || column_name as column, column_name as name
    from information_schema.columns where table_schema in ('restricted', 'pipeline', 'facts', 'tipwire')`.execute(fixture.store.db)
  expect(rows.length).toBeGreaterThan(80)
  expect(rows.filter((row) => personal.test(row.name) && !impersonal.has(row.column)).map((row) => row.column)).toEqual([])
})

it.each(['victim_name', 'phone', 'birth_date', 'age', 'passport_no', 'photo_url', 'home_address'])('%s would be found', (name) => {
  expect(personal.test(name)).toBe(true)
})
