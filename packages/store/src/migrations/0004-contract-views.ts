import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The public contract over facts: incidents, events, statistics, reports, evidence, changes, and what was known on a day. Live rows only. */
export const contractViews: Migration = {
  async up(db: Kysely<unknown>) {
    await objectViews(db)
    await reportViews(db)
    await changeViews(db)
    await asOf(db)
  },
}

async function objectViews(db: Kysely<unknown>) {
  await sql`
    create view tipwire.incidents as
    select incident_id, title, lead_type, timeline_date, timeline_basis, country, place, place_precision, lat, lon,
      rescued, arrested, victims, repatriated, convicted, dead, numbers_disputed, nationalities, exploitation,
      reports, independent_sources, verification, checked, maybe_same_as, follows, first_reported_at, changed_at, version
    from facts.incidents where state = 'live'`.execute(db)
  await sql`
    create view tipwire.events as
    select event_id, incident_id, type, family, status, title, occurred_from, occurred_to, announced_on, timeline_date, timeline_basis,
      country, to_country, place, place_precision, lat, lon, measure, people_low, people_high, people_text, by_nationality, other_numbers,
      nationalities, exploitation, bodies, reports, independent_sources, verification, checked, first_reported_at, changed_at, version
    from facts.events where state = 'live'`.execute(db)
  await sql`
    create view tipwire.statistics as
    select statistic_id, series_id, measure, kind, basis, value_low, value_high, value_text, country, nationalities, said_by, cited_work,
      from_date, to_date, date_basis, series_break, reports, independent_sources, checked, first_reported_at, changed_at, version
    from facts.statistics where state = 'live'`.execute(db)
}

async function reportViews(db: Kysely<unknown>) {
  await sql`
    create function facts.report_id(document_id text) returns text language sql immutable strict parallel safe
    as $$ select 'rep_' || substr(document_id, 5) $$`.execute(db)
  await sql`
    create view tipwire.reports as
    select facts.report_id(r.document_id) as report_id, r.event_id, r.statistic_id, coalesce(d.canonical_url, d.url) as url, coalesce(t.headline, '') as headline,
      s.name as publisher, d.source_id, d.source_kind, d.lang, d.published_at, d.fetched_at as collected_at, r.role, r.origin_id, d.availability
    from facts.reports r
    join pipeline.documents d using (document_id)
    join pipeline.sources s using (source_id)
    left join facts.told_documents t using (document_id)`.execute(db)
  await sql`
    create view tipwire.evidence as
    select event_id, statistic_id, field, value_text, agrees, facts.report_id(document_id) as report_id, part, char_start, char_end,
      case when tipwire.may_read_quotes() then quote end as quote
    from facts.evidence`.execute(db)
}

async function changeViews(db: Kysely<unknown>) {
  await sql`
    create view tipwire.changes as
    select cursor, commit_id, at, object, id, action, reason, replaced_by, version, title, diff, row from facts.changes where cursor is not null`.execute(db)
}

/** What the views showed on a day: the last change of each object until then. */
async function asOf(db: Kysely<unknown>) {
  for (const object of ['event', 'incident']) {
    await sql`
      create function ${sql.raw(`tipwire.${object}s_as_of(moment timestamptz)`)} returns setof ${sql.table(`tipwire.${object}s`)} language sql stable rows 1000
      as ${sql.lit(`
        select (jsonb_populate_record(null::tipwire.${object}s, last.row)).*
        from (select distinct on (id) action, row from tipwire.changes where object = '${object}' and at <= moment order by id, cursor desc) last
        where last.action = 'put'`)}`.execute(db)
    await sql`comment on function ${sql.raw(`tipwire.${object}s_as_of(timestamptz)`)} is ${sql.lit(`The rows that tipwire.${object}s showed at a moment, as far as the change feed reaches back.`)}`.execute(
      db,
    )
  }
}
