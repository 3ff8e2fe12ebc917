import type { EventType, ExploitationForm, Measure, Qualifier, Status } from '@tipwire/domain'
import type { BodyMention, DateMention, Group, PlaceMention, Span } from '../annotate/types.ts'
import type { EventMention } from '../events/types.ts'

export type DraftCount = { measure: Measure; min: number | null; max: number | null; qualifier: Qualifier; unit?: string; groups: Group[]; span?: Span }

/** An event while its tellings are put together. */
export type Draft = {
  type: EventType
  status: Status
  mentions: EventMention[]
  counts: DraftCount[]
  date: DateMention | null
  place: PlaceMention | null
  country: string | null
  toCountry: string | null
  nationalities: string[]
  exploitation: ExploitationForm[]
  actors: { body: BodyMention; role: string; name: string; country: string | null }[]
  announcedBy: { name: string; attribution: 'direct_quote' | 'paraphrase' } | null
}
