import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { storeFixture } from '../../test/store-fixture.ts'

it('stand on every view and column of schema tipwire', async () => {
  await using fixture = await storeFixture()
  const { rows } = await sql<{ name: string; words: string | null }>`
    select c.relname || coalesce('.' || a.attname, '') as name,
      case when a.attname is null then obj_description(c.oid, 'pg_class') else col_description(c.oid, a.attnum) end as words
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    left join lateral (
      select attname, attnum from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
      union all select null, null
    ) a on true
    where n.nspname = 'tipwire' and c.relkind in ('r', 'v', 'm', 'p')`.execute(fixture.store.db)
  expect(rows.map((row) => row.name)).toContain('sources.silent')
  expect(rows.filter((row) => !row.words).map((row) => row.name)).toEqual([])
})

it('name the codes of a column', async () => {
  await using fixture = await storeFixture()
  const { rows } = await sql<{ words: string }>`select col_description('tipwire.sources'::regclass, 3) as words`.execute(fixture.store.db)
  expect(rows[0]?.words).toContain('embassy: An embassy or consulate.')
})
