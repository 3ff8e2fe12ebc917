import type { Reading, ReadingEvent } from '@tipwire/domain'
import { dayOfInstant, distanceInDays, type Span, spanOfEdtf } from './dates.ts'
import { bodyKey, placeWords, sameScript } from './names.ts'
import { headMeasuresOf, makesIncident, type Step, stepOf } from './stages.ts'
import type { Claim, Figure, Telling, TellingDocument, ToldEvent } from './types.ts'

/**
 * Splits a reading into tellings: the happened events of one operation, movement or step of a case are one telling of an incident;
 * every other event (policy, information, planned, alleged, denied) stands alone. Deterministic; the order is that of the reading.
 */
export function tell(document: TellingDocument, reading: Reading): Telling[] {
  const events = reading.events.map((event, index) => toldEvent(event, eventClaimId(document, index)))
  const inIncidents = events.filter((event) => event.status === 'happened' && makesIncident(event.type))
  const alone = events.filter((event) => !inIncidents.includes(event))
  const groups = [
    ...partition(inIncidents).map((group) => ({ kind: 'incident' as const, group })),
    ...alone.map((event) => ({ kind: 'event' as const, group: [event] })),
  ]
  return groups
    .sort((a, b) => events.indexOf(a.group[0] as ToldEvent) - events.indexOf(b.group[0] as ToldEvent))
    .map(({ kind, group }, index) => telling({ document, kind, events: group, index }))
}

/** The claims of a reading: each event, each of its counts, each statistic. */
export function claimsOf(document: TellingDocument, reading: Reading): Claim[] {
  const events = reading.events.flatMap(({ evidence, counts, ...value }, index): Claim[] => {
    const claim_id = eventClaimId(document, index)
    const parts = counts.map(
      ({ evidence: spans, ...count }, position): Claim => ({ claim_id: countClaimId(claim_id, position), kind: 'event_count', value: count, spans }),
    )
    return [{ claim_id, kind: 'event', value, spans: evidence }, ...parts]
  })
  const statistics = reading.statistics.map(
    ({ evidence, ...value }, index): Claim => ({ claim_id: figureId(document, index), kind: 'statistic', value, spans: evidence }),
  )
  return [...events, ...statistics]
}

function eventClaimId({ document_id }: TellingDocument, index: number): string {
  return `${document_id}#e${index}`
}

export function countClaimId(event_claim_id: string, position: number): string {
  return `${event_claim_id}.${position}`
}

function figureId({ document_id }: TellingDocument, index: number): string {
  return `${document_id}#s${index}`
}

/** The statistics of a reading, each with an id that stays while the reading stays. */
export function figuresOf(document: TellingDocument, reading: Reading): Figure[] {
  return reading.statistics.map((statistic, index) => ({
    figure_id: figureId(document, index),
    sort_key: sortKey(document, `s${index}`),
    document,
    statistic,
  }))
}

function toldEvent(event: ReadingEvent, claim_id: string): ToldEvent {
  const { type, status, occurred, country, place, counts, nationalities, exploitation, actors, evidence } = event
  return {
    claim_id,
    type,
    status,
    occurred,
    span: spanOfEdtf(occurred),
    country,
    to_country: event.to_country ?? null,
    // Where people are cared for is never a place of ours.
    place: type === 'assistance_shelter' ? null : place,
    counts,
    nationalities,
    exploitation,
    actors,
    announced_by: event.announced_by ?? null,
    evidence,
  }
}

/** Dated events open groups; undated ones join the latest group that they fit. */
function partition(events: readonly ToldEvent[]): ToldEvent[][] {
  const groups: ToldEvent[][] = []
  const dated = events.filter(({ span }) => span !== null)
  const undated = events.filter(({ span }) => span === null)
  for (const event of [...dated, ...undated]) {
    const home = groups.filter((group) => belongs(event, group)).sort((a, b) => lastDay(b).localeCompare(lastDay(a)))[0]
    if (home === undefined) groups.push([event])
    else home.push(event)
  }
  for (const group of groups) group.sort((a, b) => events.indexOf(a) - events.indexOf(b))
  return groups
}

function lastDay(group: readonly ToldEvent[]): string {
  return group.reduce((latest, { span }) => (span !== null && span.to > latest ? span.to : latest), '')
}

function belongs(event: ToldEvent, group: readonly ToldEvent[]): boolean {
  const step: Step = stepOf(event.type)
  return group.every(
    (other) =>
      stepOf(other.type) === step &&
      countriesFit(event, other) &&
      daysFit(event, other) &&
      (event.type !== other.type || sameThing(event, other)) &&
      placesFit(event, other),
  )
}

function countriesFit(a: ToldEvent, b: ToldEvent): boolean {
  return a.country === null || b.country === null || a.country === b.country
}

function daysFit(a: ToldEvent, b: ToldEvent): boolean {
  return a.span === null || b.span === null || distanceInDays(a.span, b.span) <= 1
}

/** Different places keep two events apart when they are of one type or of different days. */
function placesFit(a: ToldEvent, b: ToldEvent): boolean {
  if (a.place === null || b.place === null || !placesDiffer(a.place, b.place)) return true
  return a.type !== b.type && (a.span === null || b.span === null || a.span.from === b.span.from)
}

export function placesDiffer(a: string, b: string): boolean {
  if (!sameScript(a, b)) return false
  const words = new Set(placeWords(a))
  return !placeWords(b).some((word) => words.has(word))
}

/** A reading lists a thing once: two events of one type are one thing only when one is a part of the other, or says no more than that it took place. */
function sameThing(a: ToldEvent, b: ToldEvent): boolean {
  const measures = headMeasuresOf(a.type)
  const [left, right] = [a, b].map((event) => event.counts.find(({ measure }) => measures.includes(measure)))
  const undated = a.span === null || b.span === null
  if (left === undefined || right === undefined) return undated
  if (left.measure !== right.measure) return false
  const [whole, part] = a.span === null ? [right, left] : [left, right]
  return (left.min === right.min && left.max === right.max) || (undated && (part.max ?? Number.POSITIVE_INFINITY) < (whole.min ?? 0))
}

function telling({ document, kind, events, index }: { document: TellingDocument; kind: Telling['kind']; events: ToldEvent[]; index: number }): Telling {
  const first = events[0] as ToldEvent
  const bodies = events.flatMap(({ actors, announced_by }) => [...actors.map(({ name }) => name), ...(announced_by === null ? [] : [announced_by.name])])
  return {
    telling_id: `${document.document_id}#${index}`,
    sort_key: sortKey(document, String(index)),
    document,
    kind,
    step: stepOf(first.type),
    events,
    span: hull(events),
    reported_on: dayOfInstant(document.published_at),
    country: events.find(({ country }) => country !== null)?.country ?? null,
    places: unique(events.flatMap(({ place }) => (place === null ? [] : [place]))),
    nationalities: unique(events.flatMap(({ nationalities }) => nationalities)),
    exploitation: unique(events.flatMap(({ exploitation }) => exploitation)),
    bodies: unique(bodies.map(bodyKey)),
  }
}

function sortKey(document: TellingDocument, part: string): string {
  return [
    document.published_at === null ? '9999' : new Date(document.published_at).toISOString(),
    document.content_key,
    document.url ?? '',
    document.publisher ?? '',
    part,
    document.document_id,
  ].join(' ')
}

/** From the first to the last stated day. A long span beside a short one (the years of a crime, the day of the raid) does not widen it. */
function hull(events: readonly ToldEvent[]): Span | null {
  const spans = events.flatMap(({ span }) => (span === null ? [] : [span]))
  const short = spans.filter(({ from, to }) => from.slice(0, 7) === to.slice(0, 7))
  const used = short.length > 0 ? short : spans
  if (used.length === 0) return null
  return {
    from: used.map(({ from }) => from).sort()[0] as string,
    to: used
      .map(({ to }) => to)
      .sort()
      .at(-1) as string,
  }
}

export function unique<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)].sort()
}
