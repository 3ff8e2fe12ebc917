import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { storeFixture } from '../../test/store-fixture.ts'

/** The public contract: every view, its columns in their order, each with its type. Additions are made here first; nothing is taken away. */
const contract: Record<string, string> = {
  incidents: `incident_id text, title text, lead_type text, timeline_date date, timeline_basis text, country text, place text, place_precision text,
    lat float8, lon float8, rescued int4, arrested int4, victims int4, repatriated int4, convicted int4, dead int4, numbers_disputed bool,
    nationalities text[], exploitation text[], reports int4, independent_sources int4, verification text, checked text, maybe_same_as text[], follows text,
    first_reported_at timestamptz, changed_at timestamptz, version int4`,
  events: `event_id text, incident_id text, type text, family text, status text, title text, occurred_from date, occurred_to date, announced_on date,
    timeline_date date, timeline_basis text, country text, to_country text, place text, place_precision text, lat float8, lon float8, measure text,
    people_low int4, people_high int4, people_text text, by_nationality jsonb, other_numbers jsonb, nationalities text[], exploitation text[], bodies jsonb,
    reports int4, independent_sources int4, verification text, checked text, first_reported_at timestamptz, changed_at timestamptz, version int4`,
  statistics: `statistic_id text, series_id text, measure text, kind text, basis text, value_low int8, value_high int8, value_text text, country text,
    nationalities text[], said_by text, cited_work text, from_date date, to_date date, date_basis text, series_break text, reports int4,
    independent_sources int4, checked text, first_reported_at timestamptz, changed_at timestamptz, version int4`,
  reports: `report_id text, event_id text, statistic_id text, url text, headline text, publisher text, source_id text, source_kind text, lang text,
    published_at timestamptz, collected_at timestamptz, role text, origin_id text, availability text`,
  evidence: `event_id text, statistic_id text, field text, value_text text, agrees bool, report_id text, part text, char_start int4, char_end int4, quote text`,
  changes: `cursor int8, commit_id int8, at timestamptz, object text, id text, action text, reason text, replaced_by text[], version int4, title text,
    diff jsonb, row jsonb`,
  sources: `source_id text, name text, kind text, country text, lang text, state text, state_reason text, watching_since timestamptz,
    last_fetch_ok_at timestamptz, last_new_content_at timestamptz, silent bool`,
  codes: 'list text, code text, label text, definition text',
}

describe('schema tipwire', () => {
  it('has the columns of the contract, in their order and of their types, and nothing else', async () => {
    await using fixture = await storeFixture()
    const { rows } = await sql<{ view: string; columns: string }>`
      select c.relname as view, string_agg(a.attname || ' ' || case when t.typcategory = 'A' then e.typname || '[]' else t.typname end, ', ' order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      join pg_type t on t.oid = a.atttypid left join pg_type e on e.oid = t.typelem
      where n.nspname = 'tipwire' and c.relkind in ('r', 'v', 'm', 'p') and a.attnum > 0 and not a.attisdropped group by 1`.execute(fixture.store.db)
    const found = Object.fromEntries(rows.map(({ view, columns }) => [view, columns]))
    expect(found).toEqual(Object.fromEntries(Object.entries(contract).map(([view, columns]) => [view, columns.replace(/\s+/g, ' ')])))
  })
})
