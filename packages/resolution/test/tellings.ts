import type { Count, Reading, ReadingEvent, ReadingStatistic } from '@tipwire/domain'
import { figuresOf, tell } from '../src/tell.ts'
import type { Figure, Telling, TellingDocument } from '../src/types.ts'

export type EventFields = Partial<ReadingEvent>

let made = 0
const words = [{ field: 'text' as const, start: 0, end: 4, quote: 'Word', role: 'trigger' as const }]

/** A document of 17 July 2025. Every call gives another id. */
export function aDocument(fields: Partial<TellingDocument> = {}): TellingDocument {
  const document_id = `doc_${String(++made).padStart(4, '0')}`
  return {
    document_id,
    content_key: document_id,
    source_id: 'src_1',
    source_kind: 'rss_news',
    source_actor: null,
    publisher: `Paper ${made}`,
    published_at: '2025-07-17T08:00:00Z',
    collected_at: null,
    url: null,
    duplicate_of: null,
    parent_document_id: null,
    agency: null,
    lang: 'en',
    availability: 'live',
    ...fields,
  }
}

export function aCount(measure: Count['measure'], value: number | null, more: Partial<Count> = {}): Count {
  return { measure, min: value, max: value, qualifier: 'exact', evidence: words, ...more }
}

/** A rescue of 14 Indians in Poipet on 16 July 2025. */
export function anEvent(fields: Partial<ReadingEvent> = {}): ReadingEvent {
  return {
    type: 'rescue_release',
    status: 'happened',
    occurred: '2025-07-16',
    country: 'KH',
    place: 'Poipet',
    counts: [aCount('rescued', 14)],
    nationalities: ['IN'],
    exploitation: ['forced_criminality_online_scam'],
    actors: [],
    evidence: words,
    ...fields,
  }
}

export function aStatistic(fields: Partial<ReadingStatistic> = {}): ReadingStatistic {
  return {
    measure: 'rescued',
    kind: 'cumulative',
    basis: 'official',
    min: 650,
    max: null,
    qualifier: 'more_than',
    nationalities: ['IN'],
    country: 'KH',
    as_of: '2025-07-16',
    said_by: 'Embassy of India, Phnom Penh',
    evidence: words,
    ...fields,
  }
}

const reading = (events: ReadingEvent[], statistics: ReadingStatistic[] = []): Reading => ({ relevant: true, events, statistics })

/** The tellings of one document. */
export function told(events: readonly Partial<ReadingEvent>[], document: Partial<TellingDocument> = {}): Telling[] {
  return tell(aDocument(document), reading(events.map(anEvent)))
}

/** The one telling of a document that tells one event. */
export function tellingOf(event: Partial<ReadingEvent> = {}, document: Partial<TellingDocument> = {}): Telling {
  return told([event], document)[0] as Telling
}

export function figure(statistic: Partial<ReadingStatistic> = {}, document: Partial<TellingDocument> = {}): Figure {
  return figuresOf(aDocument(document), reading([], [aStatistic(statistic)]))[0] as Figure
}
