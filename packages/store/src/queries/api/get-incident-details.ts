import { type SqlBool, sql } from 'kysely'
import type { EventRow, EvidenceRow, IncidentRow, ReportRow, StatisticRow, ViewReader } from './views.ts'

/**
 * An incident with its events, what its reports tell besides (plans, warnings: `also_told`), the other figures in its reports
 * (never part of it), its reports and the words behind all of that.
 */
export type IncidentDetail = Readonly<{
  incident: IncidentRow
  events: EventRow[]
  also_told: EventRow[]
  other_figures: StatisticRow[]
  reports: ReportRow[]
  evidence: EvidenceRow[]
}>

/** Details of several incidents at once, in the order of `incidents`. */
export async function getIncidentDetails(views: ViewReader, incidents: readonly IncidentRow[]): Promise<IncidentDetail[]> {
  if (incidents.length === 0) return []
  const events = await eventsOf(
    views,
    incidents.map((incident) => incident.incident_id),
  )
  const own = await reportsOfEvents(
    views,
    events.map((event) => event.event_id),
  )
  const beside = await toldBeside(views, [...new Set(own.map((report) => report.report_id))])
  const besideIds = { events: unique(beside.map((report) => report.event_id)), statistics: unique(beside.map((report) => report.statistic_id)) }
  const other = await views.selectFrom('tipwire.events').selectAll().where(isAny('event_id', besideIds.events)).where('incident_id', 'is', null).execute()
  const figures = await views.selectFrom('tipwire.statistics').selectAll().where(isAny('statistic_id', besideIds.statistics)).execute()
  const evidence = await evidenceOf(views, { events: [...events, ...other].map((event) => event.event_id), statistics: besideIds.statistics })
  const rows = { events, other: other as EventRow[], figures: figures as StatisticRow[], own, beside, evidence }
  return incidents.map((incident) => assemble(incident, rows))
}

type Rows = Readonly<{ events: EventRow[]; other: EventRow[]; figures: StatisticRow[]; own: ReportRow[]; beside: ReportRow[]; evidence: EvidenceRow[] }>

function assemble(incident: IncidentRow, rows: Rows): IncidentDetail {
  const events = rows.events.filter((event) => event.incident_id === incident.incident_id)
  const eventIds = new Set(events.map((event) => event.event_id))
  const reports = rows.own.filter((report) => report.event_id !== null && eventIds.has(report.event_id))
  const reportIds = new Set(reports.map((report) => report.report_id))
  const beside = rows.beside.filter((report) => reportIds.has(report.report_id))
  const told = new Set(beside.flatMap((report) => [report.event_id ?? [], report.statistic_id ?? []].flat()))
  const also_told = rows.other.filter((event) => told.has(event.event_id))
  const other_figures = rows.figures.filter((figure) => told.has(figure.statistic_id))
  const shown = new Set([...eventIds, ...also_told.map((event) => event.event_id), ...other_figures.map((figure) => figure.statistic_id)])
  const isShown = (row: ReportRow | EvidenceRow) => shown.has(row.event_id ?? row.statistic_id ?? '')
  return { incident, events, also_told, other_figures, reports: [...reports, ...beside.filter(isShown)], evidence: rows.evidence.filter(isShown) }
}

async function eventsOf(views: ViewReader, ids: readonly string[]): Promise<EventRow[]> {
  const rows = await views.selectFrom('tipwire.events').selectAll().where(isAny('incident_id', ids)).orderBy('timeline_date').orderBy('event_id').execute()
  return rows as EventRow[]
}

async function reportsOfEvents(views: ViewReader, ids: readonly string[]): Promise<ReportRow[]> {
  const rows = await views.selectFrom('tipwire.reports').selectAll().where(isAny('event_id', ids)).orderBy('published_at').orderBy('report_id').execute()
  return rows as ReportRow[]
}

/** What the same documents tell that belongs to no incident: figures, plans, warnings, and the events themselves left out. */
async function toldBeside(views: ViewReader, report_ids: readonly string[]): Promise<ReportRow[]> {
  const rows = await views
    .selectFrom('tipwire.reports as r')
    .leftJoin('tipwire.events as e', 'e.event_id', 'r.event_id')
    .selectAll('r')
    .where(isAny('r.report_id', report_ids))
    .where((eb) => eb.or([eb('r.statistic_id', 'is not', null), eb.and([eb('e.event_id', 'is not', null), eb('e.incident_id', 'is', null)])]))
    .orderBy('r.published_at')
    .execute()
  return rows as ReportRow[]
}

async function evidenceOf(views: ViewReader, ids: { events: readonly string[]; statistics: readonly string[] }): Promise<EvidenceRow[]> {
  const rows = await views
    .selectFrom('tipwire.evidence')
    .selectAll()
    .where((eb) => eb.or([isAny('event_id', ids.events), isAny('statistic_id', ids.statistics)]))
    .orderBy('report_id')
    .orderBy('char_start')
    .execute()
  return rows as EvidenceRow[]
}

function isAny(column: string, values: readonly string[]) {
  return sql<SqlBool>`${sql.ref(column)} = any(${values})`
}

function unique(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))]
}
