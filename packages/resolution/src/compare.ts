import type { Count } from '@tipwire/domain'
import { isDenial } from './blocking.ts'
import { dayNumber, distanceInDays, lengthInDays } from './dates.ts'
import { placeWords, sameScript } from './names.ts'
import { countsPeople } from './stages.ts'
import { placesDiffer } from './tell.ts'
import type { Comparison, Telling, ToldEvent } from './types.ts'

/** A point of the score with its name, or a veto (`points` null), which no score outweighs. */
type Finding = Readonly<{ reason: string; points: number | null }>

const SAME_FROM = 6
const MAYBE_FROM = 4.5
/** Numbers nearer than this may be one number told twice; further apart they are two things. */
const CLOSE_RATIO = 0.8
const STATED_SLACK_DAYS = 3

/** Do two tellings tell the same thing? Symmetric, pure, with the reasons. */
export function compare(a: Telling, b: Telling): Comparison {
  const findings = [...identity(a, b), ...places(a, b), ...days(a, b), ...numbers(a, b), ...people(a, b), ...kinds(a, b), ...bodies(a, b)]
  const vetoes = findings.filter(({ points }) => points === null)
  const score = findings.reduce((sum, { points }) => sum + (points ?? 0), 0)
  if (vetoes.length > 0) return { verdict: 'different', score, reasons: vetoes.map(({ reason }) => `veto:${reason}`).sort() }
  const reasons = findings.toSorted((x, y) => Math.abs(y.points ?? 0) - Math.abs(x.points ?? 0) || (x.reason < y.reason ? -1 : 1)).map(({ reason }) => reason)
  return { verdict: score >= SAME_FROM ? 'same' : score >= MAYBE_FROM ? 'maybe' : 'different', score, reasons }
}

/** True when nothing can make the two one. */
export function isVetoed({ reasons }: Comparison): boolean {
  return reasons[0]?.startsWith('veto:') ?? false
}

function veto(reason: string): Finding {
  return { reason, points: null }
}

function point(reason: string, points: number): Finding {
  return { reason, points }
}

function when(condition: boolean, finding: Finding): Finding[] {
  return condition ? [finding] : []
}

function identity(a: Telling, b: Telling): Finding[] {
  const denial = isDenial(a) !== isDenial(b)
  const [left, right] = [a.events[0] as ToldEvent, b.events[0] as ToldEvent]
  const ofIncidents = (telling: Telling): boolean => telling.kind === 'incident' || isDenial(telling)
  return [
    ...when(a.document.document_id === b.document.document_id && !denial, veto('same_document')),
    ...when(ofIncidents(a) !== ofIncidents(b) || (ofIncidents(a) && a.step !== b.step), veto('different_step')),
    ...when(!ofIncidents(a) && !ofIncidents(b) && left.type !== right.type, veto('different_type')),
    ...when(!ofIncidents(a) && !ofIncidents(b) && left.status !== right.status, veto('different_status')),
    ...when(copyGroup(a) === copyGroup(b) && a.document.document_id !== b.document.document_id, point('copies_of_one_text', 8)),
  ]
}

function copyGroup({ document }: Telling): string {
  return document.duplicate_of ?? document.parent_document_id ?? document.document_id
}

function places(a: Telling, b: Telling): Finding[] {
  if (a.country !== null && b.country !== null && a.country !== b.country)
    return [atTheBorder(a, b) ? point('two_sides_of_a_border', 0) : veto('different_country')]
  const country = when(a.country !== null && a.country === b.country, point('same_country', 1))
  const pairs = a.places.flatMap((left) => b.places.map((right) => [left, right] as const)).filter(([left, right]) => sameScript(left, right))
  if (pairs.length === 0) return country
  const common = pairs.some(([left, right]) => !placesDiffer(left, right))
  return [...country, common ? point('same_place', placeIsWhole(pairs) ? 3 : 2.5) : point('different_place', -1)]
}

/** Of a crossing one outlet names this country and one that: the place, the day and a large number are the same. */
function atTheBorder(a: Telling, b: Telling): boolean {
  if (a.step !== 'handover' && a.step !== 'movement') return false
  const samePlace = a.places.some((left) => b.places.some((right) => sameScript(left, right) && !placesDiffer(left, right)))
  const sameDay = a.span !== null && b.span !== null && a.span.to === b.span.to && a.span.from === b.span.from
  return samePlace && sameDay && pairedCounts(a, b).some(({ left, right }) => left.min === right.min && left.max === right.max && weightOf(left.min ?? 0) > 2)
}

function placeIsWhole(pairs: readonly (readonly [string, string])[]): boolean {
  return pairs.some(([left, right]) => placeWords(left).join(' ') === placeWords(right).join(' '))
}

function days(a: Telling, b: Telling): Finding[] {
  if (a.span !== null && b.span !== null) return statedDays(a.span, b.span)
  if (a.span !== null || b.span !== null) return a.span === null ? oneStated(b, a) : oneStated(a, b)
  if (a.reported_on === null || b.reported_on === null) return []
  const apart = Math.abs(dayNumber(a.reported_on) - dayNumber(b.reported_on))
  if (apart > 30) return [veto('reported_far_apart')]
  return [
    apart <= 1
      ? point('reported_together', 2)
      : apart <= 3
        ? point('reported_together', 1.5)
        : apart <= 7
          ? point('reported_in_one_week', 0.5)
          : point('reported_apart', -3),
  ]
}

function statedDays(a: NonNullable<Telling['span']>, b: NonNullable<Telling['span']>): Finding[] {
  const apart = distanceInDays(a, b)
  if (apart > STATED_SLACK_DAYS) return [veto('different_days')]
  const longest = Math.max(lengthInDays(a), lengthInDays(b))
  if (apart > 0) return [apart === 1 ? point('next_day', 1.5) : point('days_apart', -0.5)]
  return [
    longest <= 2
      ? point('same_day', 3)
      : a.from === b.from && a.to === b.to
        ? point('same_span', 2)
        : longest <= 45
          ? point('spans_meet', 1.5)
          : point('long_spans_meet', 0.5),
  ]
}

/** One telling has the day, the other only its day of publication: what is told has happened before. */
function oneStated(dated: Telling, undated: Telling): Finding[] {
  if (undated.reported_on === null || dated.span === null) return []
  const since = dayNumber(undated.reported_on) - dayNumber(dated.span.to)
  if (dayNumber(undated.reported_on) < dayNumber(dated.span.from) - 1) return [veto('told_before_it_happened')]
  if (since > 45) return [veto('told_long_after')]
  return [since <= 3 ? point('told_soon_after', 1.5) : since <= 10 ? point('told_within_days', 0.5) : point('told_later', -2)]
}

function numbers(a: Telling, b: Telling): Finding[] {
  const pairs = pairedCounts(a, b)
  const equal = pairs.filter(({ left, right }) => left.min === right.min && left.max === right.max)
  const apart = pairs.filter(({ left, right }) => !overlap(left, right))
  const best = Math.max(0, ...equal.map(({ left }) => weightOf(left.min ?? left.max ?? 0)))
  const agreed = [...when(equal.length > 0, point('same_number', best + 0.5 * (equal.length - 1))), ...otherNumbers(a, b)]
  if (apart.length === 0) return agreed
  const ratio = Math.min(...apart.map(({ left, right }) => ratioOf(left, right)))
  if (best < 1.5 && ratio < CLOSE_RATIO && copyGroup(a) !== copyGroup(b)) return [veto('numbers_differ')]
  return [...agreed, point('numbers_in_conflict', ratio < CLOSE_RATIO ? -2 : -1)]
}

/** Years of prison and amounts of money that agree: they rarely do by chance. */
function otherNumbers(a: Telling, b: Telling): Finding[] {
  const [left, right] = [a, b].map(
    ({ events }) =>
      new Set(events.flatMap(({ counts }) => counts.filter(({ measure }) => !countsPeople(measure)).map(({ measure, min }) => `${measure} ${min}`))),
  )
  const common = [...(left ?? [])].filter((number) => right?.has(number)).length
  return when(common > 0, point('same_terms', Math.min(2, common)))
}

type Pair = Readonly<{ x: ToldEvent; y: ToldEvent; left: Count; right: Count }>

/** Counts of one measure that count the same people; parts by nationality are left out. */
function pairedCounts(a: Telling, b: Telling): Pair[] {
  return pairsOf(a, b).filter((pair) => !isPart(pair))
}

function pairsOf(a: Telling, b: Telling): Pair[] {
  const counted = (telling: Telling) =>
    telling.events.flatMap((event) => event.counts.filter(({ measure }) => countsPeople(measure)).map((count) => ({ event, count })))
  const right = counted(b)
  return counted(a).flatMap((left) =>
    right.filter(({ count }) => count.measure === left.count.measure).map((other) => ({ x: left.event, y: other.event, left: left.count, right: other.count })),
  )
}

/** "44 Thais" may be a part of "262 foreigners": the smaller number has fewer nationalities, all of them among the larger one's. */
function isPart({ x, y, left, right }: Pair): boolean {
  const [small, large] = (left.max ?? left.min ?? 0) < (right.max ?? right.min ?? 0) ? [x, y] : [y, x]
  return (
    small.nationalities.length > 0 &&
    small.nationalities.length < large.nationalities.length &&
    small.nationalities.every((code) => large.nationalities.includes(code)) &&
    !overlap(left, right)
  )
}

function overlap(a: Count, b: Count): boolean {
  return (a.min ?? 0) <= (b.max ?? Number.POSITIVE_INFINITY) && (b.min ?? 0) <= (a.max ?? Number.POSITIVE_INFINITY)
}

/** How near two numbers are that do not overlap, 0 to 1. */
function ratioOf(a: Count, b: Count): number {
  const [low, high] = (a.max ?? a.min ?? 0) < (b.min ?? b.max ?? 0) ? [a.max ?? a.min ?? 0, b.min ?? b.max ?? 0] : [b.max ?? b.min ?? 0, a.min ?? a.max ?? 0]
  return high === 0 ? 1 : low / high
}

/** Large numbers agree by chance less often than small ones. */
function weightOf(value: number): number {
  return value >= 20 ? 3.5 : value >= 5 ? 2.5 : value >= 2 ? 1.5 : 0.5
}

function people(a: Telling, b: Telling): Finding[] {
  if (a.nationalities.length === 0 || b.nationalities.length === 0) return []
  const common = a.nationalities.filter((code) => b.nationalities.includes(code))
  if (common.length === 0) return [countsOthers(a, b) ? veto('different_nationalities') : point('different_nationalities', -3)]
  return [point('same_nationality', common.length === a.nationalities.length && common.length === b.nationalities.length ? 2 : 1.5)]
}

/** Both count people by one measure, and not people of one nationality. */
function countsOthers(a: Telling, b: Telling): boolean {
  return pairsOf(a, b).some(
    ({ x, y }) => x.nationalities.length > 0 && y.nationalities.length > 0 && !x.nationalities.some((code) => y.nationalities.includes(code)),
  )
}

function sameDays(a: Telling, b: Telling): boolean {
  return a.span !== null && b.span !== null && distanceInDays(a.span, b.span) === 0
}

function kinds(a: Telling, b: Telling): Finding[] {
  const types = new Set(a.events.map(({ type }) => type))
  const common = new Set(b.events.map(({ type }) => type).filter((type) => types.has(type))).size
  const forms = a.exploitation.filter((form) => b.exploitation.includes(form)).length
  return [
    common === 0 ? point('no_common_type', sameDays(a, b) ? -1 : -2) : point('same_types', Math.min(1.5, 0.5 + 0.5 * common)),
    ...when(forms > 0, point('same_exploitation', 1)),
    ...when(forms === 0 && a.exploitation.length > 0 && b.exploitation.length > 0, point('different_exploitation', -0.5)),
  ]
}

function bodies(a: Telling, b: Telling): Finding[] {
  return when(
    a.bodies.some((body) => b.bodies.includes(body)),
    point('same_body', 1.5),
  )
}
