import type {
  Actor,
  Basis,
  CheckedState,
  Count,
  DateBasis,
  EventType,
  Evidence,
  EvidencePart,
  ExploitationForm,
  Measure,
  PlacePrecision,
  ReadingEvent,
  ReadingStatistic,
  ReportRole,
  SourceKind,
  StatisticKind,
  Status,
  seriesBreaks,
  TimelineBasis,
  Verification,
} from '@tipwire/domain'
import type { Span } from './dates.ts'
import type { Step } from './stages.ts'

/** What resolution needs to know of a document beside its reading. */
export type TellingDocument = Readonly<{
  document_id: string
  /** Stable over runs and machines (a hash of the text, say): breaks ties, so that ids decide nothing. */
  content_key: string
  source_id: string
  source_kind: SourceKind
  publisher: string | null
  /** The body behind an official source. */
  source_actor: string | null
  published_at: string | null
  collected_at: string | null
  url: string | null
  /** The document that names its group of copies: the first version of the oldest of them; null when this is it. */
  duplicate_of: string | null
  /** Rises with each version of one page; absent: 1. A revised version goes before copies of an older one. */
  version_no?: number
  /** The document that shows this one, for an embedded post. */
  parent_document_id: string | null
  /** News agency that the text credits. */
  agency: string | null
  lang: string
  availability: string
}>

/** An event as one document tells it. */
export type ToldEvent = Readonly<
  Pick<ReadingEvent, 'type' | 'status' | 'country' | 'place' | 'counts' | 'nationalities' | 'exploitation' | 'actors' | 'evidence'> & {
    /** The claim that holds it; its counts are claims of their own, `claim_id` and their position. */
    claim_id: string
    occurred: string | null
    span: Span | null
    to_country: string | null
    announced_by: { name: string; attribution: 'direct_quote' | 'paraphrase' } | null
  }
>

/** One document's telling of one incident, or of one event outside incidents. */
export type Telling = Readonly<{
  telling_id: string
  /** Orders tellings by content: oldest first. */
  sort_key: string
  document: TellingDocument
  kind: 'incident' | 'event'
  step: Step
  events: readonly ToldEvent[]
  /** All stated days of its events; null when none is stated. */
  span: Span | null
  /** Day of publication. */
  reported_on: string | null
  country: string | null
  places: readonly string[]
  nationalities: readonly string[]
  exploitation: readonly ExploitationForm[]
  bodies: readonly string[]
}>

export type Comparison = Readonly<{
  verdict: 'same' | 'maybe' | 'different'
  score: number
  /** Stable words, the strongest first. A veto starts with `veto:`. */
  reasons: string[]
}>

/** What a claim may feed follows from its kind: a statistic never feeds an event. */
export type ClaimKind = 'event' | 'event_count' | 'statistic'

/** One assertion of one document, with its words. */
export type Claim = Readonly<{ claim_id: string; kind: ClaimKind; value: unknown; spans: readonly Evidence[] }>

/** One document's part in an event, incident or statistic. */
export type ReportFacts = Readonly<{ document_id: string; role: ReportRole; origin_id: string }>

/** The words of one document behind one value. */
export type EvidenceFacts = Readonly<{
  claim_id: string
  claim_kind: ClaimKind
  document_id: string
  field: string
  value_text: string
  agrees: boolean
  part: EvidencePart
  char_start: number
  char_end: number
  quote: string
}>

export type Body = Readonly<{ name: string; role: Actor['role']; country: string | null }>

/** An event's facts as the view `events` shows them, without ids, versions and times of the store. */
export type EventColumns = Readonly<{
  type: EventType
  family: string
  status: Status
  title: string
  occurred_from: string | null
  occurred_to: string | null
  announced_on: string | null
  timeline_date: string
  timeline_basis: TimelineBasis
  country: string | null
  to_country: string | null
  place: string | null
  place_precision: PlacePrecision
  lat: number | null
  lon: number | null
  measure: Measure | null
  people_low: number | null
  people_high: number | null
  people_text: string | null
  by_nationality: Readonly<Record<string, number | null>>
  other_numbers: readonly Readonly<{ measure: Measure; low: number | null; high: number | null; unit: string | null; text: string }>[]
  nationalities: readonly string[]
  exploitation: readonly ExploitationForm[]
  bodies: readonly Body[]
  verification: Verification
  checked: CheckedState
}>

export type IncidentColumns = Readonly<{
  title: string
  lead_type: EventType
  timeline_date: string
  timeline_basis: TimelineBasis
  country: string | null
  place: string | null
  place_precision: PlacePrecision
  lat: number | null
  lon: number | null
  rescued: number | null
  arrested: number | null
  victims: number | null
  repatriated: number | null
  convicted: number | null
  dead: number | null
  numbers_disputed: boolean
  nationalities: readonly string[]
  exploitation: readonly ExploitationForm[]
  verification: Verification
  checked: CheckedState
}>

export type StatisticColumns = Readonly<{
  /** Key of the series, or null when nobody vouches for the figure. */
  series_key: string | null
  measure: Measure
  kind: StatisticKind
  basis: Basis
  value_low: number | null
  value_high: number | null
  value_text: string
  country: string | null
  nationalities: readonly string[]
  said_by: string | null
  cited_work: string | null
  from_date: string | null
  to_date: string | null
  date_basis: DateBasis
  series_break: keyof typeof seriesBreaks | null
  checked: CheckedState
}>

type Settled<Columns> = Readonly<{ columns: Columns; reports: readonly ReportFacts[]; independent_sources: number; first_reported_at: string | null }>

export type EventFacts = Settled<EventColumns> & Readonly<{ evidence: readonly EvidenceFacts[] }>

/** What ties incidents into cases; kept beside an incident, never shown. */
export type CaseFacts = Readonly<{
  step: Step
  span: Span
  country: string | null
  countries: readonly string[]
  places: readonly string[]
  nationalities: readonly string[]
  bodies: readonly string[]
  exploitation: readonly string[]
  /** Does it tell of people who came free, were identified or held, not of suspects alone? */
  tells_victims: boolean
  /** Head counts of people, all measures. */
  people: readonly number[]
  /** Groups of copies that tell it. */
  documents: readonly string[]
}>

export type IncidentFacts = Settled<IncidentColumns> & Readonly<{ case_facts: CaseFacts }>

export type StatisticFacts = Settled<StatisticColumns> & Readonly<{ evidence: readonly EvidenceFacts[]; figure_ids: readonly string[] }>

/** A statistic as one document gives it. */
export type Figure = Readonly<{ figure_id: string; sort_key: string; document: TellingDocument; statistic: ReadingStatistic }>

/** A number as one telling gives it, with who stands behind it. */
export type NumberClaim = Readonly<{ count: Count; telling: Telling; event: ToldEvent; origin: string; official: boolean }>
