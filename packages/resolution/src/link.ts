import { bySortKey } from './cluster.ts'
import { dayNumber } from './dates.ts'
import { placeWords } from './names.ts'
import type { Step } from './stages.ts'
import { placesDiffer, unique } from './tell.ts'
import type { CaseFacts } from './types.ts'

export type CaseNode = Readonly<{ id: string; sort_key: string; facts: CaseFacts }>

/** Which step may follow which, and within how many days. */
const followable: Readonly<Record<Step, Partial<Record<Step, number>>>> = {
  operation: {},
  handover: { operation: 60 },
  movement: { operation: 150, handover: 90 },
  charge: { operation: 900 },
  trial: { operation: 2500, charge: 1500 },
  sentence: { operation: 3650, charge: 2500, trial: 1500 },
}

const FOLLOWS_FROM = 4.5

/** For every incident the earlier incident of the same case that it follows, if there is one: the best match, then the nearest step and the latest day. */
export function linkIncidents(nodes: readonly CaseNode[]): Map<string, string> {
  const links = new Map<string, string>()
  const byKey = new Map<string, CaseNode[]>()
  for (const node of nodes) for (const key of caseKeys(node.facts)) byKey.set(key, [...(byKey.get(key) ?? []), node])
  for (const later of nodes) {
    const best = [...new Set(caseKeys(later.facts).flatMap((key) => byKey.get(key) ?? []))]
      .map((earlier) => ({ earlier, score: followScore(earlier.facts, later.facts) }))
      .filter(({ earlier, score }) => earlier.id !== later.id && score >= FOLLOWS_FROM)
      .sort(bestFirst)[0]
    if (best !== undefined) links.set(later.id, best.earlier.id)
  }
  return links
}

type Candidate = Readonly<{ earlier: CaseNode; score: number }>

function bestFirst(a: Candidate, b: Candidate): number {
  return (
    b.score - a.score ||
    stepOrder(b.earlier) - stepOrder(a.earlier) ||
    compareText(b.earlier.facts.span.to, a.earlier.facts.span.to) ||
    bySortKey(a.earlier, b.earlier)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const order: readonly Step[] = ['operation', 'handover', 'movement', 'charge', 'trial', 'sentence']

function stepOrder({ facts }: CaseNode): number {
  return order.indexOf(facts.step)
}

/** How well the later incident fits the earlier one as the next step of the same case; below zero when it can't be. */
function followScore(earlier: CaseFacts, later: CaseFacts): number {
  const within = followable[later.step][earlier.step]
  const days = dayNumber(later.span.to) - dayNumber(earlier.span.from)
  if (within === undefined || days < -1 || days > within) return -1
  const told = earlier.documents.some((document) => later.documents.includes(document))
  const moves = later.step === 'movement' || later.step === 'handover'
  if (moves && earlier.step === 'operation' && !earlier.tells_victims && !told) return -1
  if (!sharesCountry(earlier, later) && !movesOn({ earlier, later, told, days })) return -1
  return (
    (told ? 3 : 0) +
    nationalityScore(earlier, later) +
    peopleScore(earlier, later) +
    placeScore(earlier, later) +
    (sharesCountry(earlier, later) ? 1 : 0) +
    (earlier.bodies.some((body) => later.bodies.includes(body)) ? 1 : 0) +
    (earlier.exploitation.some((form) => later.exploitation.includes(form)) ? 0.5 : 0) +
    (days <= 30 ? 0.5 : 0)
  )
}

function sharesCountry(a: CaseFacts, b: CaseFacts): boolean {
  return a.country === null || b.country === null || a.countries.some((code) => b.countries.includes(code))
}

/** People who were freed in one country go on from the next: told together, or handed over within days in the same number. */
function movesOn({ earlier, later, told, days }: { earlier: CaseFacts; later: CaseFacts; told: boolean; days: number }): boolean {
  if (later.step !== 'movement' && later.step !== 'handover') return false
  if (!earlier.nationalities.some((code) => later.nationalities.includes(code))) return false
  return told || (later.step === 'handover' && days <= HANDED_OVER_WITHIN_DAYS && earlier.people.some((number) => later.people.includes(number)))
}

const HANDED_OVER_WITHIN_DAYS = 10

function nationalityScore(a: CaseFacts, b: CaseFacts): number {
  if (a.nationalities.length === 0 || b.nationalities.length === 0) return 0
  return a.nationalities.some((code) => b.nationalities.includes(code)) ? 1.5 : -2
}

/** The same number is strong; fewer than before is possible; more people than the case has is against it. */
function peopleScore(a: CaseFacts, b: CaseFacts): number {
  if (a.people.length === 0 || b.people.length === 0) return 0
  const common = Math.max(0, ...a.people.filter((number) => b.people.includes(number)))
  if (common > 0) return common >= 5 ? 2.5 : common >= 2 ? 1 : 0.5
  const [before, now] = [Math.max(...a.people), Math.max(...b.people)]
  if (now > before) return now > before * 1.25 ? -3 : -1
  return now >= before * 0.5 ? 1 : 0
}

function placeScore(a: CaseFacts, b: CaseFacts): number {
  if (a.places.length === 0 || b.places.length === 0) return 0
  return a.places.some((left) => b.places.some((right) => !placesDiffer(left, right))) ? 2 : 0
}

/**
 * Keys under which incidents of one case are looked up: what one document tells together; nationality and number; nationality, country and quarter;
 * country, place and year. Two incidents that share none are not of one case.
 */
export function caseKeys({ span, documents, nationalities, countries, places, people }: CaseFacts): string[] {
  const year = Number(span.from.slice(0, 4))
  const quarter = year * 4 + Math.floor((Number(span.from.slice(5, 7)) - 1) / 3)
  const numbers = people.filter((number) => number >= MIN_TELLING_NUMBER)
  const words = places.flatMap(placeWords)
  return unique([
    ...documents.map((document) => `told ${document}`),
    ...nationalities.flatMap((code) => numbers.map((number) => `${code} ${number}`)),
    ...nationalities.flatMap((code) => countries.flatMap((country) => back(quarter, 2).map((time) => `${code} in ${country} q${time}`))),
    ...countries.flatMap((country) => words.flatMap((word) => back(year, 3).map((time) => `${country} ${word} ${time}`))),
  ])
}

/** A time and so many before it: two incidents share one when they are no further apart. */
function back(time: number, count: number): number[] {
  return Array.from({ length: count + 1 }, (_, index) => time - index)
}

/** Can incidents of this step follow others at all? */
export function canFollow({ step }: Pick<CaseFacts, 'step'>): boolean {
  return Object.keys(followable[step]).length > 0
}

const MIN_TELLING_NUMBER = 5
