import { peoples } from './peoples.ts'

const SMALL_WORDS = new Set(['the', 'of', 'in', 'at', 'and', 'for', 'to', 'a', 'an'])
const PLACE_WORDS = new Set([
  ...SMALL_WORDS,
  'city',
  'town',
  'village',
  'district',
  'province',
  'state',
  'region',
  'regency',
  'county',
  'municipality',
  'township',
  'area',
  'kota',
  'de',
  'da',
  'do',
  'y',
  'e',
  'et',
])
const OFFICIAL =
  /\b(embass\w*|consul\w*|high commission|ministr\w*|ministerio|minist[eè]re|minist[eé]rio|police|polic[ií]a|pol[ií]cia|polisi|gendarmerie|court|tribunal|prosecut\w*|attorney|government|department|treasury|bureau|agency|authorit\w*|commission\w*|immigration|border guard|navy|coast guard|army|inspectorate|office of|interpol|europol|task force|state department|foreign affairs|council|parliament|iom|unodc|ohchr|united nations|ilo)\b/i

/** Lower case, without marks and punctuation: the form in which names are compared. Scripts other than Latin keep their letters. */
export function folded(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
  return plain
    .replace(/[đøłı]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, ' ')
    .trim()
}

/** Latin letters that Unicode does not take apart into a letter and a mark. */
const UNDECOMPOSED: Readonly<Record<string, string>> = { đ: 'd', ø: 'o', ł: 'l', ı: 'i' }

/** One key for the ways in which a public body is written: "the Embassy of India, Phnom Penh" and "the Indian Embassy in Cambodia". */
export function bodyKey(name: string): string {
  if (/embass|consul/i.test(name)) {
    const country = firstCountryIn(name)
    if (country !== null) return `embassy ${country}`
  }
  const [first = ''] = name.split(',')
  const words = folded(first)
    .split(' ')
    .filter((word) => !SMALL_WORDS.has(word))
  return words.length === 0 ? folded(name) : words.join(' ')
}

/** Does the name belong to a body that answers for what it does: a state body, court, police, embassy, intergovernmental body? */
export function isResponsibleBody(name: string): boolean {
  return OFFICIAL.test(name)
}

/** The telling words of a place name. */
export function placeWords(place: string): string[] {
  const words = folded(place)
    .split(' ')
    .filter((word) => word !== '' && !PLACE_WORDS.has(word))
  return words.length === 0 ? [folded(place)] : words
}

/** Scripts differ: the two names can't be compared, so they say nothing. */
export function sameScript(a: string, b: string): boolean {
  return /\p{Script=Latin}/u.test(a) === /\p{Script=Latin}/u.test(b)
}

/** The country that a name mentions first, by its name or by the word for its people. */
function firstCountryIn(name: string): string | null {
  const text = ` ${folded(name)} `
  let first: { at: number; code: string } | null = null
  for (const [word, code] of countryWords()) {
    const at = text.indexOf(` ${word} `)
    if (at !== -1 && (first === null || at < first.at)) first = { at, code }
  }
  return first?.code ?? null
}

let words: Map<string, string> | null = null

function countryWords(): Map<string, string> {
  if (words !== null) return words
  words = new Map(Object.entries(peoples).flatMap(([code, list]) => list.map((word) => [word, code] as const)))
  for (let i = 0; i < 26 * 26; i++) {
    const code = String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26))
    const country = countryName(code)
    if (country !== code && !/unknown|pseudo/i.test(country)) words.set(folded(country), code)
  }
  return words
}

const regionNames = new Intl.DisplayNames(['en'], { type: 'region' })

/** English name of a country by its ISO 3166-1 alpha-2 code; the code itself when it has none. */
export function countryName(code: string): string {
  try {
    return (regionNames.of(code) ?? code).replace(/ \(.*\)$/, '').replace(' SAR China', '')
  } catch {
    return code
  }
}
