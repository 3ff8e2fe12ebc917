import type { PlacePrecision } from '@tipwire/domain'
import { folded } from './names.ts'
import type { NumberClaim, Telling, ToldEvent } from './types.ts'

/** One event in one telling, with who it comes from. */
export type Told = Readonly<{ telling: Telling; event: ToldEvent; origin: string; official: boolean }>

/**
 * The value that most origins give; a responsible body's own word goes before all others; ties go to the value told first.
 * `keyOf` null: this telling does not give the value.
 */
export function mostTold<T>(tolds: readonly Told[], read: (event: ToldEvent) => T | null, keyOf: (value: T) => string = String): T | null {
  const told = tolds.flatMap((one) => {
    const value = read(one.event)
    return value === null ? [] : [{ ...one, value, key: keyOf(value) }]
  })
  const preferred = told.some(({ official }) => official) ? told.filter(({ official }) => official) : told
  const groups = [...Map.groupBy(preferred, ({ key }) => key).values()].map((group) =>
    group.toSorted((a, b) => (a.telling.sort_key < b.telling.sort_key ? -1 : 1)),
  )
  const best = groups.sort((a, b) => origins(b) - origins(a) || ((a[0]?.telling.sort_key ?? '') < (b[0]?.telling.sort_key ?? '') ? -1 : 1))[0]
  return best?.[0]?.value ?? null
}

function origins(told: readonly Told[]): number {
  return new Set(told.map(({ origin }) => origin)).size
}

/** The claims of one measure; of the parts that one telling gives, its largest number. */
export function claimsOf(tolds: readonly Told[], measure: string): NumberClaim[] {
  return tolds.flatMap(({ telling, event, origin, official }) => {
    const largest = event.counts.filter((count) => count.measure === measure).toSorted((a, b) => (b.min ?? b.max ?? 0) - (a.min ?? a.max ?? 0))[0]
    return largest === undefined ? [] : [{ count: largest, telling, event, origin, official }]
  })
}

const SITE =
  /\b(compound|park|building|hotel|resort|casino|airport|checkpoint|bridge|crossing|port|harbour|harbor|farm|kiln|factory|market|street|road|camp|mine|estate|villa|apartment|plantation|club|bar|house|jail|prison)\b/i
const ADMIN = /\b(province|state|region|county|governorate|oblast|prefecture|division|department)\b/i

/** How precise a place is, judged by the words of its name. */
export function placePrecisionOf(place: string | null, country: string | null): PlacePrecision {
  if (place === null) return country === null ? 'unknown' : 'country'
  if (SITE.test(folded(place))) return 'site'
  return ADMIN.test(folded(place)) ? 'admin1' : 'town'
}
