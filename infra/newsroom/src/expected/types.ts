import type { Basis, DateBasis, EventType, Measure, StatisticKind, Status, seriesBreaks, TimelineBasis, Verification } from '@tipwire/domain'

/** The columns of `tipwire.incidents` that hold people. A figure that is absent here must be null there. */
export type Figures = Partial<Record<'rescued' | 'arrested' | 'victims' | 'repatriated' | 'convicted' | 'dead', number>>

/** One incident as it is true in the newsroom; an absent optional field is one that the stories do not settle. */
export type ExpectedIncident = Readonly<{
  /** Our own name for it. */
  key: string
  lead_type: EventType
  country: string
  /** As written; null when no story names one. */
  place?: string | null
  date: string
  date_basis: TimelineBasis
  figures: Figures
  nationalities?: readonly string[]
  /** Ids of the stories that tell it. */
  reports: readonly string[]
  independent_sources: number
  verification: Verification
  numbers_disputed?: boolean
  /** Key of the earlier incident of the same case. */
  follows?: string | null
  /** Keys of incidents that may be the same. */
  maybe_same_as?: readonly string[]
}>

/** One event that belongs to no incident: a plan, a warning, a law, a sanction. */
export type ExpectedLooseEvent = Readonly<{ key: string; type: EventType; status: Status; country: string; reports: readonly string[] }>

/** One published figure, merged over its reports. */
export type ExpectedStatistic = Readonly<{
  key: string
  measure: Measure
  kind: StatisticKind
  basis: Basis
  low: number | null
  high: number | null
  country: string | null
  nationalities: readonly string[]
  said_by?: string | null
  to_date?: string | null
  date_basis?: DateBasis
  series_break?: keyof typeof seriesBreaks | null
  reports: readonly string[]
}>

/** What one step changes, from the state before it. */
export type ExpectedChange = Readonly<{
  step: string
  incidents?: Readonly<Record<string, ExpectedIncident | null>>
  statistics?: readonly ExpectedStatistic[]
  /** Reasons that rows of `tipwire.changes` must carry for it. */
  reasons: readonly ('new_report' | 'correction' | 'withdrawn')[]
  /** A difference that one of those rows must show. */
  diff?: Readonly<{ incident: string; field: string; was: number; now: number }>
}>
