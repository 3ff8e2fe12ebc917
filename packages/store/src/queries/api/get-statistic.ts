import type { EvidenceRow, ReportRow, StatisticRow, ViewReader } from './views.ts'

export type StatisticDetail = Readonly<{ statistic: StatisticRow; reports: ReportRow[]; evidence: EvidenceRow[] }>

/** A figure with its reports and words; null when no live figure has this id. */
export async function getStatistic(views: ViewReader, statistic_id: string): Promise<StatisticDetail | null> {
  const statistic = await views.selectFrom('tipwire.statistics').selectAll().where('statistic_id', '=', statistic_id).executeTakeFirst()
  if (!statistic) return null
  const reports = await views
    .selectFrom('tipwire.reports')
    .selectAll()
    .where('statistic_id', '=', statistic_id)
    .orderBy('published_at')
    .orderBy('report_id')
    .execute()
  const evidence = await views
    .selectFrom('tipwire.evidence')
    .selectAll()
    .where('statistic_id', '=', statistic_id)
    .orderBy('field')
    .orderBy('report_id')
    .execute()
  return { statistic: statistic as StatisticRow, reports: reports as ReportRow[], evidence: evidence as EvidenceRow[] }
}
