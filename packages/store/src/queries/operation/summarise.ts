import { sql } from 'kysely'
import type { Db } from '../../database.ts'

export type Summary = {
  documents: number
  incidents: number
  /** Incidents told by more than one publisher. */
  told_by_several: number
  figures: number
  /** The incident that was reported first of all, with the words behind its number. */
  first: { title: string; country: string | null; timeline_date: string; timeline_basis: string; value_text: string | null; quote: string | null } | null
}

/** What a store holds, in one line: for the first words of `up` and for `status`. */
export async function summarise(db: Db): Promise<Summary> {
  const counts = await sql<Omit<Summary, 'first'>>`
    select
      (select count(*) from pipeline.documents where superseded_by is null) as documents,
      (select count(*) from tipwire.incidents) as incidents,
      (select count(*) from (
        select e.incident_id from tipwire.reports r join tipwire.events e using (event_id)
        where e.incident_id is not null group by 1 having count(distinct r.publisher) > 1) several) as told_by_several,
      (select count(*) from tipwire.statistics) as figures`.execute(db)
  const first = await sql<NonNullable<Summary['first']>>`
    select i.title, i.country, i.timeline_date, i.timeline_basis, words.value_text, words.quote
    from tipwire.incidents i
    left join lateral (
      select v.value_text, v.quote from tipwire.evidence v join tipwire.events e using (event_id)
      where e.incident_id = i.incident_id and v.field = 'people' and v.agrees and v.quote is not null
      order by length(v.quote) < 12, length(v.quote), v.report_id limit 1) words on true
    order by words.quote is null, i.first_reported_at, i.incident_id limit 1`.execute(db)
  const [row] = counts.rows
  if (!row) throw new Error('the database counted nothing')
  return { ...row, first: first.rows[0] ?? null }
}
