import { type SqlBool, sql } from 'kysely'
import { type ListWindow, type Page, toPage } from './page.ts'
import type { StatisticRow, ViewReader } from './views.ts'

export type StatisticFilter = Readonly<{
  series_id?: string | undefined
  measure?: string | undefined
  kind?: string | undefined
  basis?: string | undefined
  country?: string | undefined
  nationality?: string | undefined
  said_by?: string | undefined
  from?: string | undefined
  to?: string | undefined
  /** At least this value ("more than 650" counts as 650). */
  min_people?: number | undefined
  changed_since?: Date | undefined
}>

/** Figures, the newest report first. `from` and `to` are days of first report: many figures have no date of their own. */
export async function listStatistics(views: ViewReader, filter: StatisticFilter, { limit, after }: ListWindow): Promise<Page<StatisticRow>> {
  const rows = await views
    .selectFrom('tipwire.statistics')
    .selectAll()
    // With microseconds: a Date would cut them off, and the next page would skip or repeat a row.
    .select(sql<string>`first_reported_at::text`.as('position_at'))
    .where((eb) => eb.and(conditions(filter)))
    .$if(after !== undefined, (q) => q.where(sql<SqlBool>`(first_reported_at, statistic_id) < (${after?.at}::timestamptz, ${after?.id})`))
    .orderBy('first_reported_at', 'desc')
    .orderBy('statistic_id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => ({ at: row.position_at, id: row.statistic_id }))
  return { rows: page.rows.map(({ position_at: _, ...row }) => row as StatisticRow), next: page.next }
}

function conditions(filter: StatisticFilter) {
  const { from, to, nationality, min_people, changed_since } = filter
  return [
    ...(['series_id', 'measure', 'kind', 'basis', 'country', 'said_by'] as const).map(
      (name) => filter[name] && sql<SqlBool>`${sql.ref(name)} = ${filter[name]}`,
    ),
    from && sql<SqlBool>`first_reported_at >= ${from}::date`,
    to && sql<SqlBool>`first_reported_at < ${to}::date + 1`,
    nationality && sql<SqlBool>`${nationality} = any(nationalities)`,
    min_people !== undefined && sql<SqlBool>`value_low >= ${min_people}`,
    changed_since && sql<SqlBool>`changed_at >= ${changed_since}`,
  ].filter((condition) => typeof condition === 'object')
}
