import type { ExpectedStatistic } from '@tipwire/newsroom'
import type { Chain } from './start-chain.ts'

/** A figure as the views show it, with the newsroom's names for stories. */
export type ToldStatistic = Omit<ExpectedStatistic, 'key'>

const STATISTICS = `
  select s.measure, s.kind, s.basis, s.value_low::float8 as low, s.value_high::float8 as high, s.country, s.nationalities, s.said_by,
    s.to_date::text, s.date_basis, s.series_break,
    array(select distinct r.url from tipwire.reports r where r.statistic_id = s.statistic_id order by 1) as urls
  from tipwire.statistics s order by s.measure, s.kind, s.value_low`

/** Every figure of the store that is no event's own. */
export async function toldStatistics(chain: Chain, storyOf: (url: string) => string): Promise<ToldStatistic[]> {
  const rows = await chain.rows<Omit<ToldStatistic, 'reports'> & { urls: string[] }>(STATISTICS)
  return rows.map(({ urls, ...row }) => ({ ...row, reports: urls.map(storyOf).sort() }))
}

/** One line that says which figure it is: enough to see that each is there once and none is too many. */
export function lineOf({ measure, kind, basis, low, high, country, nationalities, reports }: ToldStatistic): string {
  return `${measure} ${kind} ${basis} ${low ?? ''}..${high ?? ''} in ${country} of ${[...nationalities].sort()} by ${[...reports].sort()}`
}
