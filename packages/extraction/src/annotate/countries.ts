import { createRequire } from 'node:module'
import type { Countries } from 'world-countries'
import { compile, type Matcher } from './phrases.ts'

/** Names and demonyms of the press that the list of countries lacks; plural forms are made below. */
const NAMES: Readonly<Record<string, string>> = {
  burma: 'MM',
  'ivory coast': 'CI',
  uk: 'GB',
  'u.k.': 'GB',
  britain: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  us: 'US',
  'u.s.': 'US',
  usa: 'US',
  'u.s.a.': 'US',
  america: 'US',
  uae: 'AE',
  emirates: 'AE',
  'lao pdr': 'LA',
  'viet nam': 'VN',
  'czech republic': 'CZ',
  'south korea': 'KR',
  'north korea': 'KP',
  'dr congo': 'CD',
  drc: 'CD',
  'democratic republic of congo': 'CD',
  'democratic republic of the congo': 'CD',
  holland: 'NL',
  turkey: 'TR',
  swaziland: 'SZ',
  macedonia: 'MK',
  'cape verde': 'CV',
  'the gambia': 'GM',
  'east timor': 'TL',
  'united states of america': 'US',
  macau: 'MO',
  kosovo: 'XK',
  lanka: 'LK',
}
const DEMONYMS: Readonly<Record<string, string>> = {
  filipino: 'PH',
  filipina: 'PH',
  pinoy: 'PH',
  pinay: 'PH',
  philippine: 'PH',
  lao: 'LA',
  laotian: 'LA',
  british: 'GB',
  american: 'US',
  lankan: 'LK',
  nepali: 'NP',
  nepalese: 'NP',
  argentinian: 'AR',
  ecuadorian: 'EC',
  saudi: 'SA',
  burmese: 'MM',
  khmer: 'KH',
  rohingya: 'MM',
  kyrgyz: 'KG',
  uzbek: 'UZ',
  tajik: 'TJ',
  kazakh: 'KZ',
  salvadorean: 'SV',
  nigerien: 'NE',
  ghanian: 'GH',
  sierraleonean: 'SL',
  scottish: 'GB',
  welsh: 'GB',
  english: 'GB',
  briton: 'GB',
  spaniard: 'ES',
  pole: 'PL',
  swede: 'SE',
  dane: 'DK',
  turk: 'TR',
  thai: 'TH',
  congolese: 'CD',
  trinidadian: 'TT',
  basotho: 'LS',
  batswana: 'BW',
  emirati: 'AE',
  kiwi: 'NZ',
  'hong konger': 'HK',
  serb: 'RS',
  croat: 'HR',
  finn: 'FI',
  bosnian: 'BA',
}
/** Names that are common words, first names or US states: never a country without more. */
const AMBIGUOUS = new Set([
  'jersey',
  'georgia',
  'jordan',
  'chad',
  'guinea',
  'mali',
  'us',
  'niger',
  'dominica',
  'reunion',
  'mayotte',
  'saint martin',
  'curacao',
  'turkey',
])

export type CountryWord = Readonly<{ country: string; ambiguous: boolean }>
// The package's types describe a default export that its CommonJS build lacks.
const worldCountries = createRequire(import.meta.url)('world-countries') as Countries

type CountryWords = Readonly<{ names: Matcher<CountryWord>; demonyms: Matcher<CountryWord> }>
let made: CountryWords | null = null

/** Names of countries, and demonyms with their plurals, as phrases over lower-case words. */
export function countryWords(): CountryWords {
  made ??= make()
  return made
}

function make(): CountryWords {
  const names = new Map<string, CountryWord>()
  const demonyms = new Map<string, CountryWord>()
  const addDemonym = (word: string, country: string): void => {
    for (const form of [word, `${word}s`]) if (!demonyms.has(form)) demonyms.set(form, { country, ambiguous: false })
  }
  for (const [word, country] of Object.entries(DEMONYMS)) addDemonym(word, country)
  for (const [word, country] of Object.entries(NAMES)) names.set(word, { country, ambiguous: AMBIGUOUS.has(word) })
  // Independent states first, so that "Indian" is India's and "American" the United States'.
  for (const entry of worldCountries.toSorted((a, b) => Number(b.independent ?? false) - Number(a.independent ?? false))) {
    for (const name of [entry.name.common, entry.name.official]) {
      const key = name.toLowerCase()
      if (!names.has(key)) names.set(key, { country: entry.cca2, ambiguous: AMBIGUOUS.has(key) })
    }
    const demonym = entry.demonyms?.['eng']?.m.toLowerCase()
    // "Philippines" and "Laos" are countries, not the plural of a people.
    if (demonym && demonym.length > 2) for (const part of demonym.split(/, | or /u)) addDemonym(part, entry.cca2)
  }
  for (const name of names.keys()) demonyms.delete(name)
  return { names: compile(names), demonyms: compile(demonyms) }
}
