import { type SqlBool, sql } from 'kysely'
import { type ListWindow, type Page, toPage } from './page.ts'
import type { IncidentRow, ViewReader } from './views.ts'

/** Measures that an incident carries as a column of its own. */
export const incidentMeasures = ['rescued', 'arrested', 'victims', 'repatriated', 'convicted', 'dead'] as const
export type IncidentMeasure = (typeof incidentMeasures)[number]

export type IncidentFilter = Readonly<{
  ids?: readonly string[] | undefined
  type?: string | undefined
  country?: string | undefined
  from?: string | undefined
  to?: string | undefined
  nationality?: string | undefined
  exploitation?: string | undefined
  verification?: string | undefined
  measure?: IncidentMeasure | undefined
  /** At least so many people of `measure` (of any measure without it). */
  min_people?: number | undefined
  changed_since?: Date | undefined
}>

/** Incidents, the latest on the timeline first. */
export async function listIncidents(views: ViewReader, filter: IncidentFilter, { limit, after }: ListWindow): Promise<Page<IncidentRow>> {
  const rows = await views
    .selectFrom('tipwire.incidents')
    .selectAll()
    .where((eb) => eb.and(conditions(filter)))
    .$if(after !== undefined, (q) => q.where(sql<SqlBool>`(timeline_date, incident_id) < (${after?.at}::date, ${after?.id})`))
    .orderBy('timeline_date', 'desc')
    .orderBy('incident_id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(rows as IncidentRow[], limit, (row) => ({ at: row.timeline_date, id: row.incident_id }))
}

function conditions(filter: IncidentFilter) {
  const { ids, type, country, from, to, nationality, exploitation, verification, changed_since } = filter
  return [
    ids && sql<SqlBool>`incident_id = any(${ids})`,
    type && sql<SqlBool>`lead_type = ${type}`,
    country && sql<SqlBool>`country = ${country}`,
    from && sql<SqlBool>`timeline_date >= ${from}::date`,
    to && sql<SqlBool>`timeline_date <= ${to}::date`,
    nationality && sql<SqlBool>`${nationality} = any(nationalities)`,
    exploitation && sql<SqlBool>`${exploitation} = any(exploitation)`,
    verification && sql<SqlBool>`verification = ${verification}`,
    changed_since && sql<SqlBool>`changed_at >= ${changed_since}`,
    peopleCondition(filter),
  ].filter((condition) => typeof condition === 'object')
}

function peopleCondition({ measure, min_people }: IncidentFilter) {
  if (measure === undefined)
    return min_people === undefined ? undefined : sql<SqlBool>`greatest(${sql.join(incidentMeasures.map((name) => sql.ref(name)))}) >= ${min_people}`
  return min_people === undefined ? sql<SqlBool>`${sql.ref(measure)} is not null` : sql<SqlBool>`${sql.ref(measure)} >= ${min_people}`
}
