import { nameOf } from './bodies.ts'
import { countryWords } from './countries.ts'
import { type GazetteerPlace, placesNamed, plainName } from './gazetteer.ts'
import { matchAt } from './phrases.ts'
import type { BodyMention, DateMention, Nationality, PlaceMention, Sentence, Token } from './types.ts'

const PREPOSITIONS = new Set([
  'in',
  'at',
  'near',
  'from',
  'to',
  'into',
  'of',
  'across',
  'outside',
  'around',
  'through',
  'via',
  'off',
  'inside',
  'for',
  'throughout',
  'within',
  'between',
])
/** Words for kinds of places that make the capitals beside them a place. */
const KINDS: ReadonlyMap<string, PlaceMention['kind']> = new Map(
  Object.entries({
    province: 'admin',
    state: 'admin',
    district: 'town',
    region: 'admin',
    county: 'admin',
    city: 'town',
    town: 'town',
    village: 'town',
    municipality: 'town',
    suburb: 'town',
    township: 'town',
    island: 'town',
    prefecture: 'admin',
    area: 'town',
    neighborhood: 'town',
    neighbourhood: 'town',
    checkpoint: 'site',
    airport: 'site',
    harbour: 'site',
    harbor: 'site',
    port: 'site',
    park: 'site',
    compound: 'site',
    border: 'site',
    bridge: 'site',
    zone: 'site',
    road: 'site',
    street: 'site',
    camp: 'site',
  }),
)

type Scan = Readonly<{
  tokens: readonly Token[]
  sentence: Sentence
  taken: readonly Readonly<{ first: number; last: number }>[]
  context: ReadonlyMap<string, number>
}>

const NOT_PLACES = new Set([
  'facebook',
  'telegram',
  'whatsapp',
  'instagram',
  'tiktok',
  'bahasa',
  'google',
  'twitter',
  'snapchat',
  'backpage',
  'x',
  'mr',
  'mrs',
  'youtube',
  'house',
  'mission',
  'most',
  'man',
  'women',
  'victims',
  'university',
  'parliament',
])
const isCapital = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.text)

/** Demonyms: "Indian", "Filipinos". */
export function findNationalities(tokens: readonly Token[], sentence: Sentence): Nationality[] {
  const out: Nationality[] = []
  for (let i = sentence.first; i < sentence.last; ) {
    const match = isCapital(tokens[i]) ? matchAt(countryWords().demonyms, tokens, { first: i, last: sentence.last }) : null
    if (match && !isLanguage(tokens, match.first) && !REGION_WORDS.has(tokens[match.first - 1]?.lower ?? ''))
      out.push({ first: i, last: match.last, country: match.value.country })
    i = match ? match.last : i + 1
  }
  return out
}

const REGION_WORDS = new Set(['latin', 'central', 'north', 'native', 'african'])
const isLanguage = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.lower === 'in' && (tokens[at + 1]?.pos === 'PUNCT' || tokens[at + 1]?.lower === 'and')

/** How often each country is named, by name or by its people: the context that settles ambiguous names of places. */
export function countryContext(tokens: readonly Token[]): Map<string, number> {
  const { names, demonyms } = countryWords()
  const context = new Map<string, number>()
  for (let i = 0; i < tokens.length; ) {
    const match = isCapital(tokens[i])
      ? (matchAt(names, tokens, { first: i, last: tokens.length }) ?? matchAt(demonyms, tokens, { first: i, last: tokens.length }))
      : null
    if (match && !match.value.ambiguous) context.set(match.value.country, (context.get(match.value.country) ?? 0) + 1)
    i = match ? match.last : i + 1
  }
  return context
}

type Options = Readonly<{ bodies: readonly BodyMention[]; dates: readonly DateMention[]; context: ReadonlyMap<string, number> }>

/** Countries, regions, towns and sites named in a sentence, outside the names of bodies. */
export function findPlaces(tokens: readonly Token[], sentence: Sentence, { bodies, dates, context }: Options): PlaceMention[] {
  const scan = { tokens, sentence, context, taken: [...bodies.filter((body) => !body.generic), ...dates] }
  const out: PlaceMention[] = []
  for (let i = sentence.first; i < sentence.last; ) {
    const place = placeAt(scan, i)
    if (place) out.push(place)
    i = place ? place.last : i + 1
  }
  return out
}

function placeAt(scan: Scan, i: number): PlaceMention | null {
  const { tokens, sentence, taken } = scan
  if (!isCapital(tokens[i]) || NOT_PLACES.has((tokens[i] as Token).lower) || taken.some((span) => i >= span.first && i < span.last)) return null
  const country = matchAt(countryWords().names, tokens, { first: i, last: sentence.last })
  const town = country ? longerTown(scan, i, country.last) : null
  if (town) return town
  if (country && isCountry(scan, country.first, country.value.ambiguous))
    return make(scan, { first: i, last: country.last, country: country.value.country, kind: 'country', population: 0 })
  return knownAt(scan, i) ?? structuralAt(scan, i)
}

/** "Benin City" is a town, though "Benin" is a country. */
function longerTown(scan: Scan, i: number, after: number): PlaceMention | null {
  if (!isCapital(scan.tokens[after]) || after >= scan.sentence.last) return null
  const known = knownAt(scan, i)
  return known && known.last > after && known.kind !== 'country' ? known : null
}

function isCountry({ tokens, context }: Scan, at: number, ambiguous: boolean): boolean {
  const token = tokens[at] as Token
  if (token.lower === 'us') return token.text === 'US'
  if (tokens[at + 1]?.lower === '-' && tokens[at + 2]?.pos === 'VERB') return false
  if (!ambiguous) return true
  return (
    PREPOSITIONS.has(tokens[at - 1]?.lower ?? '') &&
    !(tokens[at + 1]?.lower === ',' && isCapital(tokens[at + 2])) &&
    (token.lower !== 'georgia' || !context.has('US'))
  )
}

type Raw = Readonly<{ first: number; last: number; country: string; kind: PlaceMention['kind']; population: number }>

function make({ tokens }: Scan, raw: Raw): PlaceMention {
  const before = tokens[raw.first - 1]?.lower === 'the' ? tokens[raw.first - 2] : tokens[raw.first - 1]
  return { ...raw, name: nameOf(tokens, raw.first, raw.last), preposition: before && PREPOSITIONS.has(before.lower) ? before.lower : null }
}

/** A name of the gazetteer, longest first; it must stand where places stand. */
function knownAt(scan: Scan, i: number): PlaceMention | null {
  const { tokens, sentence } = scan
  for (let length = Math.min(4, sentence.last - i); length > 0; length--) {
    const last = i + length
    if (!isCapital(tokens[last - 1])) continue
    const found = placesNamed(plainName(nameOf(tokens, i, last)))
    if (found.length === 0) continue
    const extended = withKind(scan, { first: i, last })
    const best = choose(scan, found, extended ?? { first: i, last })
    if (best && standsAsPlace(scan, { first: i, last }, best)) {
      const span = extended ?? { first: i, last }
      const kind = extended?.kind ?? best.kind
      return make(scan, { ...span, country: best.country, kind, population: best.population })
    }
  }
  return null
}

type Span = Readonly<{ first: number; last: number }>

/** "Bokeo Province", "Duc Hoa district": the kind belongs to the name. */
function withKind({ tokens, sentence, taken }: Scan, span: Span): (Span & { kind: PlaceMention['kind'] }) | null {
  const kind = KINDS.get(tokens[span.last]?.lower ?? '')
  if (kind === undefined || span.last >= sentence.last || taken.some((other) => span.last >= other.first && span.last < other.last)) return null
  const small = !isCapital(tokens[span.last])
  const lower = (tokens[span.last] as Token).lower
  const keep = small ? ['district', 'harbour', 'harbor', 'checkpoint', 'airport', 'compound', 'island'].includes(lower) : true
  return { first: span.first, last: keep ? span.last + 1 : span.last, kind }
}

function choose({ tokens, context }: Scan, found: readonly GazetteerPlace[], span: Span): GazetteerPlace | null {
  const beside = tokens[span.last]?.lower === ',' ? matchAt(countryWords().names, tokens, { first: span.last + 1, last: tokens.length }) : null
  if (beside) {
    const there = found.filter((place) => place.country === beside.value.country)
    if (there.length > 0) return there.reduce((a, b) => (b.population > a.population ? b : a))
  }
  const score = (place: GazetteerPlace): number =>
    Math.log10(place.population + 10) + Math.min(6, (context.get(place.country) ?? 0) * 2) + (place.kind === 'admin' ? 0.5 : 0)
  const best = found.reduce((a, b) => (score(b) > score(a) ? b : a))
  return best.population < 15_000 && !context.has(best.country) ? null : best
}

/** "south of Myawaddy" */
const DIRECTIONS = new Set(['north', 'south', 'east', 'west', 'outside', 'northeast', 'northwest', 'southeast', 'southwest', 'outskirts'])

/** A capitalised name is a place after a preposition, before a comma and a place, beside a kind, or when it is large and alone. */
function standsAsPlace(scan: Scan, span: Span, place: GazetteerPlace): boolean {
  const { tokens, sentence } = scan
  const before = tokens[span.first - 1]
  const after = tokens[span.last]
  if (isPartOfLonger(scan, span) || (sentence.titleCase && !PREPOSITIONS.has(before?.lower ?? '') && span.first > sentence.first)) return false
  if (before?.lower === 'of' && DIRECTIONS.has(tokens[span.first - 2]?.lower ?? '')) return true
  if (before && span.first > sentence.first && (PREPOSITIONS.has(before.lower) || before.lower === 'the' || isListJoint(before)))
    return !(before.lower === 'of' && place.population < 50_000 && place.kind === 'town')
  return (after !== undefined && KINDS.has(after.lower)) || place.population >= 300_000
}

/** "Vientiane Times", "Lincoln Park": the name goes on to either side. */
function isPartOfLonger({ tokens, sentence }: Scan, { first, last }: Span): boolean {
  if (sentence.titleCase) return false
  const before = tokens[first - 1]
  const after = tokens[last]
  const goesOn = last < sentence.last && isCapital(after) && after?.pos === 'PROPN' && !KINDS.has(after.lower)
  return goesOn || (first > sentence.first && isCapital(before) && before?.pos === 'PROPN')
}

const isListJoint = (token: Token): boolean => token.lower === ',' || token.lower === 'and'

/** A name that no gazetteer holds: "near Dighal village", "the Khlong Luek checkpoint", "at Maitighar". */
function structuralAt(scan: Scan, i: number): PlaceMention | null {
  const { tokens, sentence } = scan
  if (sentence.titleCase || i === sentence.first || (tokens[i] as Token).pos !== 'PROPN') return null
  if (matchAt(countryWords().demonyms, tokens, { first: i, last: sentence.last })) return null
  let last = i + 1
  while (last < sentence.last && last - i < 4 && isCapital(tokens[last]) && !KINDS.has((tokens[last] as Token).lower)) last++
  const kinded = withKind(scan, { first: i, last })
  if (kinded) return make(scan, { first: i, last: kinded.last, country: '', kind: kinded.kind, population: 0 })
  return introduces(tokens, i) && tokens[last]?.lower !== "'s" ? make(scan, { first: i, last, country: '', kind: 'town', population: 0 }) : null
}

/** "in", "at", "near", "village", "the city of" before a name. */
function introduces(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.lower === 'the' ? tokens[i - 2] : tokens[i - 1]
  if (before === undefined) return false
  if (['in', 'at', 'near'].includes(before.lower)) return true
  if (before.lower === 'of') return KINDS.has(tokens[i - 2]?.lower ?? '')
  return KINDS.has(before.lower) && !isCapital(before)
}
