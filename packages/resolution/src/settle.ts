import type { CheckedState, EventType, Measure, Verification } from '@tipwire/domain'
import { isDenial } from './blocking.ts'
import { caseFactsOf, countsVictims } from './case-facts.ts'
import { bySortKey } from './cluster.ts'
import type { Span } from './dates.ts'
import { evidenceOf } from './evidence.ts'
import { bodyKey, folded } from './names.ts'
import { numberText, type SettledNumber, settleNumber } from './numbers.ts'
import { isOfficial, originsOf } from './origins.ts'
import { reportsOf } from './roles.ts'
import { familyOf, headMeasuresOf, incidentMeasures, leadRank } from './stages.ts'
import { unique } from './tell.ts'
import { announcedOn, firstReportedAt, timelineOf } from './timeline.ts'
import { titleOf } from './titles.ts'
import type { Body, EventColumns, EventFacts, IncidentColumns, IncidentFacts, Telling } from './types.ts'
import { claimsOf, mostTold, placePrecisionOf, type Told } from './values.ts'

export type SettledCluster = Readonly<{ incident: IncidentFacts | null; events: readonly EventFacts[] }>

/** Languages whose readings are good enough to stand without a person's look. */
const TRUSTED_LANGUAGES = new Set(['en'])

/** The facts of one cluster of tellings: an incident with its typed events, or one event outside incidents. */
export function settle(cluster: readonly Telling[]): SettledCluster {
  const tellings = withoutShownPosts(cluster).toSorted(bySortKey)
  const origins = originsOf(cluster)
  const tolds = tellings.flatMap((telling) => telling.events.map((event) => toldOf(telling, event, origins)))
  const incidentTellings = tellings.filter(({ kind }) => kind === 'incident')
  if (incidentTellings.length === 0) return { incident: null, events: [settleEvent(tolds, [])] }
  const telling = tolds.filter(({ telling }) => telling.kind === 'incident')
  const denials = tolds.filter(({ telling }) => isDenial(telling))
  const types = unique(telling.map(({ event }) => event.type)).sort((a, b) => leadRank(a) - leadRank(b))
  const events = types.map((type) => settleEvent(ofType(telling, type), ofType(denials, type)))
  return { incident: settleIncident({ tolds: telling, denials, events, tellings: incidentTellings }), events }
}

/** A post that is shown inside a document of the same cluster tells nothing beside it. */
function withoutShownPosts(cluster: readonly Telling[]): Telling[] {
  const documents = new Set(cluster.map(({ document }) => document.document_id))
  return cluster.filter(({ document }) => document.parent_document_id === null || !documents.has(document.parent_document_id))
}

function toldOf(telling: Telling, event: Told['event'], origins: ReadonlyMap<string, string>): Told {
  return { telling, event, origin: origins.get(telling.document.document_id) as string, official: isOfficial(telling.document, event) }
}

function ofType(tolds: readonly Told[], type: EventType): Told[] {
  return tolds.filter(({ event }) => event.type === type)
}

function settleEvent(tolds: readonly Told[], denials: readonly Told[]): EventFacts {
  const { type, status } = (tolds[0] as Told).event
  const head = headNumber(tolds, type)
  const span = settleSpan(tolds)
  const country = mostTold(tolds, (event) => event.country)
  const place = settlePlace(tolds)
  const tellings = tolds.map(({ telling }) => telling)
  const announced_on = announcedOn(tolds)
  const nationalities = unique(tolds.flatMap(({ event }) => event.nationalities))
  const facts = {
    type,
    family: familyOf(type),
    status,
    occurred_from: span?.from ?? null,
    occurred_to: span?.to ?? null,
    announced_on,
    ...timelineOf({ span, announced_on, tellings }),
    country,
    to_country: mostTold(tolds, (event) => event.to_country),
    place,
    place_precision: placePrecisionOf(place, country),
    lat: null,
    lon: null,
    ...headColumns(head),
    by_nationality: byNationality(head, nationalities),
    other_numbers: otherNumbers(tolds, head?.shown.count.measure ?? null),
    nationalities,
    exploitation: unique(tolds.flatMap(({ event }) => event.exploitation)),
    bodies: bodiesOf(tolds),
    verification: verificationOf(tolds, denials),
    checked: checkedOf(tellings),
  }
  const columns: EventColumns = { ...facts, title: titleOf(facts) }
  const reports = reportsOf(tolds, denials)
  return { columns, reports, independent_sources: originCount(reports), first_reported_at: firstReportedAt(tellings), evidence: evidenceOf(facts, tolds) }
}

function headNumber(tolds: readonly Told[], type: EventType): SettledNumber | null {
  const measure = headMeasuresOf(type).find((candidate) => tolds.some(({ event }) => event.counts.some((count) => count.measure === candidate)))
  return measure === undefined ? null : settleNumber(claimsOf(tolds, measure))
}

function headColumns(head: SettledNumber | null): Pick<EventColumns, 'measure' | 'people_low' | 'people_high' | 'people_text'> {
  if (head === null) return { measure: null, people_low: null, people_high: null, people_text: null }
  const { measure, min, max } = head.shown.count
  return { measure, people_low: min, people_high: max, people_text: numberText(head.shown.count) }
}

function settleSpan(tolds: readonly Told[]): Span | null {
  const days = tolds.filter(({ event }) => event.span !== null && event.span.from === event.span.to)
  return mostTold(
    days.length > 0 ? days : tolds,
    (event) => event.span,
    (span) => `${span.from} ${span.to}`,
  )
}

/** Names in Latin letters first: titles and tables are English. */
function settlePlace(tolds: readonly Told[]): string | null {
  const latin = tolds.filter(({ event }) => event.place !== null && /\p{Script=Latin}/u.test(event.place))
  return mostTold(latin.length > 0 ? latin : tolds, (event) => event.place, folded)
}

function byNationality(head: SettledNumber | null, nationalities: readonly string[]): EventColumns['by_nationality'] {
  if (head === null) return {}
  const { count, event } = head.shown
  if (count.by_nationality !== undefined) return Object.fromEntries(Object.entries(count.by_nationality).sort(([a], [b]) => (a < b ? -1 : 1)))
  const [only, ...others] = event.nationalities
  if (only !== undefined && others.length === 0 && nationalities.length === 1) return { [only]: count.min }
  return Object.fromEntries(nationalities.map((code) => [code, null]))
}

/** Numbers beside the head count. Several of one measure (two prison terms) come from the one telling that stands. */
function otherNumbers(tolds: readonly Told[], head: Measure | null): EventColumns['other_numbers'] {
  const measures = unique(tolds.flatMap(({ event }) => event.counts.map(({ measure }) => measure))).filter((measure) => measure !== head)
  return measures.flatMap((measure) => {
    const shown = settleNumber(claimsOf(tolds, measure))?.shown
    const counts = shown?.event.counts.filter((count) => count.measure === measure) ?? []
    return counts.map((count) => ({ measure, low: count.min, high: count.max, unit: count.unit ?? null, text: numberText(count) }))
  })
}

function bodiesOf(tolds: readonly Told[]): Body[] {
  const bodies = new Map<string, Body>()
  for (const { event } of tolds) {
    for (const { name, role, country } of event.actors) {
      const key = `${role} ${bodyKey(name)}`
      const known = bodies.get(key)
      if (known === undefined || isBetterName(name, known.name)) bodies.set(key, { name, role, country: country ?? known?.country ?? null })
    }
  }
  return [...bodies.keys()].sort().map((key) => bodies.get(key) as Body)
}

function isBetterName(name: string, known: string): boolean {
  return name.length > known.length || (name.length === known.length && name < known)
}

/** The published rule: denied by a body: disputed; said by a responsible body itself: official; two or more origins: corroborated; else reported. */
function verificationOf(tolds: readonly Told[], denials: readonly Told[]): Verification {
  if (denials.length > 0) return 'disputed'
  if (tolds.some(({ official }) => official)) return 'official'
  return new Set(tolds.map(({ origin }) => origin)).size >= 2 ? 'corroborated' : 'reported'
}

export function checkedOf(tellings: readonly Pick<Telling, 'document'>[]): CheckedState {
  return tellings.every(({ document }) => !TRUSTED_LANGUAGES.has(document.lang.slice(0, 2))) ? 'needs_check' : 'not_checked'
}

function originCount(reports: EventFacts['reports']): number {
  return new Set(reports.map(({ origin_id }) => origin_id)).size
}

function settleIncident({
  tolds,
  denials,
  events,
  tellings,
}: {
  tolds: readonly Told[]
  denials: readonly Told[]
  events: readonly EventFacts[]
  tellings: readonly Telling[]
}): IncidentFacts {
  const lead = (events[0] as EventFacts).columns
  const numbers = new Map(incidentMeasures.map((measure) => [measure, settleNumber(claimsOf(tolds, measure))]))
  const shown = (measure: (typeof incidentMeasures)[number]): number | null => numbers.get(measure)?.shown.count.min ?? null
  const dated =
    events.map(({ columns }) => columns).find(({ timeline_basis }) => timeline_basis === 'day') ??
    events.map(({ columns }) => columns).find(({ timeline_basis }) => timeline_basis === 'period') ??
    lead
  const country = lead.country ?? mostTold(tolds, (event) => event.country)
  const place = lead.place ?? settlePlace(tolds)
  const columns: IncidentColumns = {
    title: lead.title,
    lead_type: lead.type,
    timeline_date: dated.timeline_date,
    timeline_basis: dated.timeline_basis,
    country,
    place,
    place_precision: placePrecisionOf(place, country),
    lat: null,
    lon: null,
    rescued: shown('rescued'),
    arrested: shown('arrested'),
    victims: shown('victims'),
    repatriated: shown('repatriated'),
    convicted: shown('convicted'),
    dead: shown('dead'),
    numbers_disputed: [...numbers.values()].some((number) => number?.disputed ?? false),
    nationalities: unique(tolds.filter(({ event }) => countsVictims(event.type)).flatMap(({ event }) => event.nationalities)),
    exploitation: unique(tolds.flatMap(({ event }) => event.exploitation)),
    verification: verificationOf(tolds, denials),
    checked: checkedOf(tellings),
  }
  const reports = reportsOf(tolds, denials)
  return {
    columns,
    reports,
    independent_sources: originCount(reports),
    first_reported_at: firstReportedAt(tellings),
    case_facts: caseFactsOf({ tellings, columns, events }),
  }
}
