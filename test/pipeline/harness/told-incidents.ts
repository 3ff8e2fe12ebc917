import type { ExpectedIncident } from '@tipwire/newsroom'
import type { Chain } from './start-chain.ts'

/** An incident as the views show it, with the newsroom's names for stories. */
export type ToldIncident = Omit<ExpectedIncident, 'key'> & { incident_id: string; title: string; version: number; reports_counted: number }

type Row = {
  incident_id: string
  title: string
  version: number
  lead_type: ExpectedIncident['lead_type']
  country: string
  place: string | null
  date: string
  date_basis: ExpectedIncident['date_basis']
  figures: Record<string, number | null>
  nationalities: string[]
  reports_counted: number
  independent_sources: number
  verification: ExpectedIncident['verification']
  numbers_disputed: boolean
  follows: string | null
  maybe_same_as: string[]
  urls: string[]
}

const INCIDENTS = `
  select i.incident_id, i.title, i.version, i.lead_type, i.country, i.place, i.timeline_date::text as date, i.timeline_basis as date_basis,
    json_build_object('rescued', rescued, 'arrested', arrested, 'victims', victims, 'repatriated', repatriated, 'convicted', convicted, 'dead', dead) as figures,
    i.nationalities, i.reports as reports_counted, i.independent_sources, i.verification, i.numbers_disputed, i.follows, i.maybe_same_as,
    array(select distinct r.url from tipwire.events e join tipwire.reports r using (event_id) where e.incident_id = i.incident_id order by 1) as urls
  from tipwire.incidents i order by i.timeline_date, i.title`

/** Every incident of the store; `storyOf` names the story behind an address. */
export async function toldIncidents(chain: Chain, storyOf: (url: string) => string): Promise<ToldIncident[]> {
  const rows = await chain.rows<Row>(INCIDENTS)
  return rows.map(({ urls, figures, ...row }) => ({
    ...row,
    nationalities: [...row.nationalities].sort(),
    reports: urls.map(storyOf).sort(),
    figures: Object.fromEntries(Object.entries(figures).filter(([, people]) => people !== null)),
  }))
}

/**
 * Puts the newsroom's names on incidents: one is what the newsroom expects under a name when day, country and main type are its own and it shares a report.
 * Incidents that the newsroom does not know come back under their titles, so that a comparison of names shows them.
 */
export function named(told: readonly ToldIncident[], expected: readonly ExpectedIncident[]): Map<string, ToldIncident> {
  const byKey = new Map<string, ToldIncident>()
  for (const incident of told) {
    const key = expected.find((candidate) => !byKey.has(candidate.key) && isOf(candidate, incident))?.key
    byKey.set(key ?? `not known to the newsroom: ${incident.title} [${incident.reports.join(', ')}]`, incident)
  }
  return byKey
}

function isOf(candidate: ExpectedIncident, told: ToldIncident): boolean {
  const same = candidate.country === told.country && candidate.date === told.date && candidate.lead_type === told.lead_type
  return same && candidate.reports.some((report) => told.reports.includes(report))
}

/** What the newsroom says about an incident, in the shape of `toldIncidents`, with ids of others in place of their names. */
export function wanted(expected: ExpectedIncident, ids: ReadonlyMap<string, ToldIncident>): Record<string, unknown> {
  const { key: _, reports, nationalities, follows, maybe_same_as, ...rest } = expected
  const idOf = (key: string) => ids.get(key)?.incident_id ?? `no incident is called ${key}`
  return {
    ...rest,
    reports: [...reports].sort(),
    reports_counted: reports.length,
    ...(nationalities && { nationalities: [...nationalities].sort() }),
    ...(follows !== undefined && { follows: follows === null ? null : idOf(follows) }),
    ...(maybe_same_as && { maybe_same_as: maybe_same_as.map(idOf) }),
  }
}
