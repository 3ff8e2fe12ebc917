import { sql } from 'kysely'
import type { ViewReader } from './views.ts'

/** The incident whose reports tell most other figures: it shows best why figures are kept apart. Null in an empty store. */
export async function findShowcase(views: ViewReader): Promise<string | null> {
  const { rows } = await sql<{ incident_id: string }>`
    select e.incident_id
    from tipwire.events e
    join tipwire.reports r using (event_id)
    join tipwire.reports f on f.report_id = r.report_id and f.statistic_id is not null
    where e.incident_id is not null
    group by e.incident_id
    order by count(distinct f.statistic_id) desc, min(r.published_at), e.incident_id
    limit 1`.execute(views)
  return rows[0]?.incident_id ?? null
}
