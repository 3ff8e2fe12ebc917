import type { EventType } from '@tipwire/domain'
import { dayNumber, dayOf, type Span } from './dates.ts'
import { familyOf } from './stages.ts'
import { unique } from './tell.ts'
import type { CaseFacts, EventFacts, IncidentColumns, Telling } from './types.ts'

/** Are the people counted and named by an event of this type victims (and not suspects)? */
export function countsVictims(type: EventType): boolean {
  return familyOf(type) !== 'justice'
}

/** What ties an incident into a case. */
export function caseFactsOf({
  tellings,
  columns,
  events,
}: {
  tellings: readonly Telling[]
  columns: IncidentColumns
  events: readonly EventFacts[]
}): CaseFacts {
  return {
    step: (tellings[0] as Telling).step,
    span: caseSpan(tellings, columns),
    country: columns.country,
    countries: unique([columns.country, ...events.map(({ columns }) => columns.to_country)].filter((code) => code !== null)),
    places: unique(tellings.flatMap(({ places }) => places)),
    nationalities: unique(tellings.flatMap(({ nationalities }) => nationalities)),
    bodies: unique(tellings.flatMap(({ bodies }) => bodies)),
    exploitation: columns.exploitation,
    tells_victims: events.some(({ columns }) => countsVictims(columns.type) || columns.measure === 'detained'),
    people: [...new Set(events.flatMap(({ columns }) => (columns.people_low === null ? [] : [columns.people_low])))].sort((a, b) => a - b),
    documents: unique(tellings.map(({ document }) => document.duplicate_of ?? document.document_id)),
  }
}

/** When no day is stated, it happened in the days before it was first told. */
const TOLD_WITHIN_DAYS = 10

function caseSpan(tellings: readonly Telling[], { timeline_date, timeline_basis }: IncidentColumns): Span {
  if (timeline_basis === 'day') return { from: timeline_date, to: timeline_date }
  const spans = tellings.flatMap(({ span }) => (span === null ? [] : [span]))
  if (spans.length > 0)
    return {
      from: spans.map(({ from }) => from).sort()[0] as string,
      to: spans
        .map(({ to }) => to)
        .sort()
        .at(-1) as string,
    }
  const told = tellings.flatMap(({ reported_on }) => reported_on ?? []).sort()[0] ?? timeline_date
  return { from: dayOf(dayNumber(told) - TOLD_WITHIN_DAYS), to: told }
}
