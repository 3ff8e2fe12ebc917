import { type Random, randomOf } from './random.ts'
import { countries, peoples } from './vocabulary.ts'

const kinds = [
  { type: 'rescue_release', measure: 'rescued' },
  { type: 'repatriation', measure: 'repatriated' },
  { type: 'arrest_detention', measure: 'arrested' },
] as const

/** Facts of one invented incident: the truth that its documents tell. */
export type InventedIncident = Readonly<{
  key: string
  type: (typeof kinds)[number]['type']
  measure: (typeof kinds)[number]['measure']
  country: (typeof countries)[number]
  place: string
  people: (typeof peoples)[number]
  count: number
  /** YYYY-MM-DD */
  day: string
}>

const combinations = kinds.length * countries.length * 5 * peoples.length
const firstDay = Date.UTC(2016, 0, 4)
const dayMs = 24 * 60 * 60 * 1000
const daysPerRound = 30

/**
 * The incident with this index. Kind, country, place and nationality run through all combinations before one comes again, a month later and
 * with a count of another size: so no two incidents can be taken for one another by their facts.
 */
export function inventIncident(seed: number, index: number): InventedIncident {
  const random = randomOf(seed, `incident ${index}`)
  const round = Math.floor(index / combinations)
  const combination = scatter(index % combinations)
  const kind = kinds[combination % kinds.length] ?? kinds[0]
  const country = countries[Math.floor(combination / kinds.length) % countries.length] ?? countries[0]
  const place = country.places[Math.floor(combination / (kinds.length * countries.length)) % 5] ?? country.places[0]
  const people = peoples[Math.floor(combination / (kinds.length * countries.length * 5))] ?? peoples[0]
  return { key: `incident-${seed}-${index}`, ...kind, country, place, people, count: countOf(random, index, round), day: dayOf(random, round) }
}

/** A walk through all combinations that leaps, so that neighbours in time differ in everything. 487 shares no factor with their number. */
function scatter(index: number): number {
  return (index * 487) % combinations
}

function countOf(random: Random, index: number, round: number): number {
  const size = [3, 11, 26, 55, 120][(index + round) % 5] ?? 3
  return size + random.whole(0, Math.floor(size / 2))
}

function dayOf(random: Random, round: number): string {
  return new Date(firstDay + (round * daysPerRound + random.whole(0, daysPerRound - 8)) * dayMs).toISOString().slice(0, 10)
}
