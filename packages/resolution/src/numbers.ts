import type { Count } from '@tipwire/domain'
import type { NumberClaim } from './types.ts'

export type SettledNumber = Readonly<{ shown: NumberClaim; disputed: boolean }>

/**
 * The number to show, by published rule: of each origin its latest exact number stands; a responsible body's own number goes before all others;
 * of what stands, the lowest is shown. Never a sum. `disputed`: another standing number contradicts it.
 */
export function settleNumber(claims: readonly NumberClaim[]): SettledNumber | null {
  const standing = latestOfEachOrigin(claims)
  const official = standing.filter((claim) => claim.official)
  const shown = lowest(official.length > 0 ? official : standing)
  return shown === undefined ? null : { shown, disputed: standing.some(({ count }) => !meets(count, shown.count)) }
}

function latestOfEachOrigin(claims: readonly NumberClaim[]): NumberClaim[] {
  const byOrigin = Map.groupBy(withoutEchoes(claims), ({ origin }) => origin)
  return [...byOrigin.values()].map((ofOrigin) => {
    const exact = ofOrigin.filter(({ count }) => count.qualifier === 'exact')
    return (exact.length > 0 ? exact : ofOrigin).toSorted(latestFirst)[0] as NumberClaim
  })
}

/** A late copy of an old text does not bring its number back, and a copy of a version that its publisher has revised does not stand. */
function withoutEchoes(claims: readonly NumberClaim[]): NumberClaim[] {
  return claims.filter((claim) => {
    const others = claims.filter((other) => copyGroup(other) === copyGroup(claim) && other !== claim)
    if (others.some((other) => versionOf(other) > versionOf(claim))) return false
    return claim.telling.document.duplicate_of === null || !others.some((other) => isOlder(other, claim) && sameBounds(other.count, claim.count))
  })
}

function versionOf({ telling: { document } }: NumberClaim): number {
  return document.version_no ?? 1
}

function copyGroup({ telling: { document } }: NumberClaim): string {
  return document.duplicate_of ?? document.document_id
}

function isOlder(a: NumberClaim, b: NumberClaim): boolean {
  return a.telling.sort_key < b.telling.sort_key
}

/** Latest first; of one telling, the total before its parts. */
function latestFirst(a: NumberClaim, b: NumberClaim): number {
  if (a.telling.sort_key === b.telling.sort_key) return (b.count.min ?? 0) - (a.count.min ?? 0)
  return a.telling.sort_key < b.telling.sort_key ? 1 : -1
}

function lowest(claims: readonly NumberClaim[]): NumberClaim | undefined {
  return claims.toSorted((a, b) => (a.count.min ?? Number.MAX_SAFE_INTEGER) - (b.count.min ?? Number.MAX_SAFE_INTEGER) || (isOlder(a, b) ? -1 : 1))[0]
}

function sameBounds(a: Count, b: Count): boolean {
  return a.min === b.min && a.max === b.max
}

/** Can both numbers be right? "More than 10" and "14" can, "14" and "15" can't. */
export function meets(a: Pick<Count, 'min' | 'max'>, b: Pick<Count, 'min' | 'max'>): boolean {
  return (a.min ?? 0) <= (b.max ?? Number.POSITIVE_INFINITY) && (b.min ?? 0) <= (a.max ?? Number.POSITIVE_INFINITY)
}

const grouped = new Intl.NumberFormat('en-GB')

/** A number as a person would write it: "14", "more than 650", "11 to 14". */
export function numberText({ min, max, qualifier }: Pick<Count, 'min' | 'max' | 'qualifier'>): string {
  const [low, high] = [min, max].map((value) => (value === null ? '' : grouped.format(value)))
  if (qualifier === 'dozens' || qualifier === 'hundreds' || qualifier === 'thousands') return qualifier
  if (min !== null && max !== null && min !== max) return `${low} to ${high}`
  if (min === null) return max === null ? '' : `up to ${high}`
  const word = qualifier === 'more_than' ? 'more than ' : qualifier === 'about' ? 'about ' : max === null ? 'at least ' : ''
  return `${word}${low}`
}
