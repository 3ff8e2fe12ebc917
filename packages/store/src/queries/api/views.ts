import type { Kysely, Transaction } from 'kysely'

/** A calendar day as text (`2024-07-20`); an instant is UTC. Empty lists and null mean: not stated. */
type Day = string
type Instant = Date

export type IncidentRow = Readonly<{
  incident_id: string
  title: string
  lead_type: string
  timeline_date: Day
  timeline_basis: string
  country: string | null
  place: string | null
  place_precision: string
  lat: number | null
  lon: number | null
  rescued: number | null
  arrested: number | null
  victims: number | null
  repatriated: number | null
  convicted: number | null
  dead: number | null
  numbers_disputed: boolean
  nationalities: string[]
  exploitation: string[]
  reports: number
  independent_sources: number
  verification: string
  checked: string
  maybe_same_as: string[]
  follows: string | null
  first_reported_at: Instant
  changed_at: Instant
  version: number
}>

export type EventRow = Readonly<{
  event_id: string
  incident_id: string | null
  type: string
  family: string
  status: string
  title: string
  occurred_from: Day | null
  occurred_to: Day | null
  announced_on: Day | null
  timeline_date: Day
  timeline_basis: string
  country: string | null
  to_country: string | null
  place: string | null
  place_precision: string
  lat: number | null
  lon: number | null
  measure: string | null
  people_low: number | null
  people_high: number | null
  people_text: string | null
  by_nationality: Record<string, number | null> | null
  other_numbers: unknown
  nationalities: string[]
  exploitation: string[]
  bodies: { name: string; role: string; country: string | null }[]
  reports: number
  independent_sources: number
  verification: string
  checked: string
  first_reported_at: Instant
  changed_at: Instant
  version: number
}>

export type StatisticRow = Readonly<{
  statistic_id: string
  series_id: string | null
  measure: string
  kind: string
  basis: string
  value_low: number | null
  value_high: number | null
  value_text: string
  country: string | null
  nationalities: string[]
  said_by: string | null
  cited_work: string | null
  from_date: Day | null
  to_date: Day | null
  date_basis: string
  series_break: string | null
  reports: number
  independent_sources: number
  checked: string
  first_reported_at: Instant
  changed_at: Instant
  version: number
}>

export type ReportRow = Readonly<{
  report_id: string
  event_id: string | null
  statistic_id: string | null
  url: string | null
  headline: string
  publisher: string
  source_id: string
  source_kind: string
  lang: string
  published_at: Instant | null
  collected_at: Instant
  role: string
  origin_id: string
  availability: string
}>

export type EvidenceRow = Readonly<{
  event_id: string | null
  statistic_id: string | null
  field: string
  value_text: string
  agrees: boolean
  report_id: string
  part: string
  char_start: number | null
  char_end: number | null
  quote: string | null
}>

export type ChangeRow = Readonly<{
  cursor: number
  commit_id: number
  at: Instant
  object: string
  id: string
  action: string
  reason: string
  replaced_by: string[]
  version: number | null
  title: string | null
  diff: Record<string, unknown> | null
  row: Record<string, unknown> | null
}>

export type SourceRow = Readonly<{
  source_id: string
  name: string
  kind: string
  country: string | null
  lang: string | null
  state: string
  state_reason: string | null
  watching_since: Instant
  last_fetch_ok_at: Instant | null
  last_new_content_at: Instant | null
  silent: boolean
}>

/** The public contract as the API reads it: the views of schema `tipwire`, nothing else. */
export type Views = {
  'tipwire.incidents': IncidentRow
  'tipwire.events': EventRow
  'tipwire.statistics': StatisticRow
  'tipwire.reports': ReportRow
  'tipwire.evidence': EvidenceRow
  'tipwire.changes': ChangeRow
  'tipwire.sources': SourceRow
}

/** A read-only transaction over the views; `readViews` opens one. */
export type ViewReader = Transaction<Views> | Kysely<Views>
