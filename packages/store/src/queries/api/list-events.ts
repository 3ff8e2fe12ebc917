import { type SqlBool, sql } from 'kysely'
import { type ListWindow, type Page, toPage } from './page.ts'
import type { EventRow, ViewReader } from './views.ts'

export type EventFilter = Readonly<{
  incident_id?: string | undefined
  type?: string | undefined
  family?: string | undefined
  status?: string | undefined
  country?: string | undefined
  from?: string | undefined
  to?: string | undefined
  nationality?: string | undefined
  exploitation?: string | undefined
  verification?: string | undefined
  measure?: string | undefined
  /** At least so many people ("more than 650" counts as 650). */
  min_people?: number | undefined
  changed_since?: Date | undefined
}>

/** Events, the latest on the timeline first. */
export async function listEvents(views: ViewReader, filter: EventFilter, { limit, after }: ListWindow): Promise<Page<EventRow>> {
  const rows = await views
    .selectFrom('tipwire.events')
    .selectAll()
    .where((eb) => eb.and(conditions(filter)))
    .$if(after !== undefined, (q) => q.where(sql<SqlBool>`(timeline_date, event_id) < (${after?.at}::date, ${after?.id})`))
    .orderBy('timeline_date', 'desc')
    .orderBy('event_id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(rows as EventRow[], limit, (row) => ({ at: row.timeline_date, id: row.event_id }))
}

function conditions(filter: EventFilter) {
  const { from, to, nationality, exploitation, min_people, changed_since } = filter
  return [
    ...(['incident_id', 'type', 'family', 'status', 'country', 'verification', 'measure'] as const).map(
      (name) => filter[name] && sql<SqlBool>`${sql.ref(name)} = ${filter[name]}`,
    ),
    from && sql<SqlBool>`timeline_date >= ${from}::date`,
    to && sql<SqlBool>`timeline_date <= ${to}::date`,
    nationality && sql<SqlBool>`${nationality} = any(nationalities)`,
    exploitation && sql<SqlBool>`${exploitation} = any(exploitation)`,
    min_people !== undefined && sql<SqlBool>`people_low >= ${min_people}`,
    changed_since && sql<SqlBool>`changed_at >= ${changed_since}`,
  ].filter((condition) => typeof condition === 'object')
}
