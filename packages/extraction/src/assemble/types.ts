import type { EventType, ExploitationForm, Measure, Qualifier, Status } from '@tipwire/domain'
import type { BodyMention, DateMention, Group, PlaceMention, Span } from '../annotate/types.ts'
import type { EventMention } from '../events/types.ts'

export type DraftCount = {
  measure: Measure
  min: number | null
  max: number | null
  qualifier: Qualifier
  unit?: string
  groups: Group[]
  span?: Span
  by_nationality?: Record<string, number | null>
}

/** An event while its tellings are put together. */
export type Draft = {
  type: EventType
  status: Status
  mentions: EventMention[]
  /** Its number was lent by people named elsewhere: in the same sentence (near) or further off. */
  lent: 'near' | 'far' | null
  counts: DraftCount[]
  /** The event of the same operation that lends it what its own words leave out. */
  operation: Draft | null
  date: DateMention | null
  place: PlaceMention | null
  country: string | null
  toCountry: string | null
  nationalities: string[]
  exploitation: ExploitationForm[]
  actors: { body: BodyMention; role: string; name: string; country: string | null }[]
  announcedBy: { name: string; attribution: 'direct_quote' | 'paraphrase' } | null
}
