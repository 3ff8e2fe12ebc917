import { RANKS } from './body-extent.ts'
import { join, markBreakdowns, markParts } from './people-parts.ts'
import { isPeopleNoun, MODIFIER, phraseAt, type Scan } from './people-phrases.ts'
import type { Group, NumberMention, Token } from './types.ts'

type Number = Group['number']

/** Noun phrases for people, with what they count: numbered ones first, then single, definite and pronominal ones. */
export function findGroups(scan: Scan, numbers: readonly NumberMention[]): Group[] {
  const out: Group[] = []
  const byFirst = new Map(numbers.map((number) => [number.first, number]))
  for (let i = scan.sentence.first; i < scan.sentence.last; ) {
    const number = byFirst.get(i)
    const found = number ? numbered(scan, number) : (unnumbered(scan, i) ?? person(scan, i))
    const group = found && !scan.taken.some((span) => found.head >= span.first && found.head < span.last) ? found : null
    if (group) out.push(group)
    i = group ? group.last : number ? number.last : i + 1
  }
  return join(scan, markBreakdowns(scan, markParts(scan, out)))
}

function numbered(scan: Scan, number: NumberMention): Group | null {
  const { tokens } = scan
  if (number.kind !== 'plain' || ['every', 'each', 'any', 'no'].includes(tokens[number.first - 1]?.lower ?? '')) return null
  const of =
    tokens[number.last]?.lower === 'of' && !['the', 'them', 'whom', 'these', 'those', 'its', 'their'].includes(tokens[number.last + 1]?.lower ?? '') ? 1 : 0
  const phrase = phraseAt(scan, number.last + of)
  const value = { min: number.min, max: number.max, qualifier: number.qualifier }
  const definite = ['the', 'these', 'those', 'all', 'remaining'].includes(tokens[number.first - 1]?.lower ?? '') || tokens[number.first]?.lower === 'all'
  if (phrase) return { first: number.first, ...phrase, number: value, anaphor: false, part: false, definite, named: false }
  return bare(scan, number, value)
}

/** "All 12 had been lured", "19 of the 31 bore bruises", "the 14 were": a number that stands for people named elsewhere. */
function bare({ tokens, sentence, pack }: Scan, number: NumberMention, value: Number): Group | null {
  const next = tokens[number.last]
  const before = tokens[number.first - 1]
  if (next === undefined || number.last >= sentence.last || value === null) return null
  if (value.min !== null && value.min >= 1900 && value.min <= 2100 && value.qualifier === 'exact') return null
  if (before && /^\p{Lu}/u.test(before.text) && before.pos === 'PROPN') return null
  const ofThem = next.lower === 'of' && ['the', 'them', 'whom', 'these', 'those', 'its'].includes(tokens[number.last + 1]?.lower ?? '')
  if (!ofThem && !standsAlone(tokens, number, pack)) return null
  return {
    first: number.first,
    last: number.last,
    head: number.first,
    role: 'neutral',
    number: value,
    nationalities: [],
    anaphor: true,
    // "28 nationals, nine of them children": a part of those just named.
    part: ofThem && before?.lower === ',' && ['them', 'whom'].includes(tokens[number.last + 1]?.lower ?? ''),
    subset: ofThem,
    child: false,
    definite: true,
    named: false,
    originEnd: number.last,
  }
}

const AFTER_BARE = new Set(['who', 'still', 'others', 'more'])

/** A verb, "who" or "more" behind a bare number, or a word before it that only people have. */
function standsAlone(tokens: readonly Token[], number: NumberMention, pack: Scan['pack']): boolean {
  const next = tokens[number.last] as Token
  const before = tokens[number.first - 1]?.lower
  if (next.pos === 'AUX' || AFTER_BARE.has(next.lower) || (next.pos === 'VERB' && !pack.numbers.things.has(next.lower))) return true
  if (tokens[number.first]?.lower === 'another' || before === 'against') return true
  return before === 'the' && (next.lower === ',' || next.pos === 'ADP' || next.pos === 'ADV')
}

const TWO = { min: 2, max: 2, qualifier: 'exact' } as const

const ONE = { min: 1, max: 1, qualifier: 'exact' } as const

function unnumbered(scan: Scan, i: number): Group | null {
  const { tokens } = scan
  const pronoun = pronounAt(tokens, i)
  if (pronoun) return pronoun
  const determiner = (tokens[i] as Token).lower
  const opens = OPENING.has(determiner)
  if (!opens && !startsPhrase(scan, i)) return null
  const phrase = phraseAt(scan, opens ? i + 1 : i)
  if (!phrase) return null
  const number = numberOf(scan, determiner, (tokens[phrase.head] as Token).lower)
  const definite = DEFINITE.has(determiner)
  return { first: i, ...phrase, number, anaphor: number === null && definite, part: false, definite, named: false }
}

const OPENING = new Set('a an the these those another this both all its other several some many most their two'.split(' '))

const DEFINITE = new Set(['the', 'these', 'those', 'all', 'both', 'this'])

const SINGLE = new Set(['a', 'an', 'the', 'another', 'this'])

const SUBJECT_PRONOUNS = new Set(['they', 'them', 'he', 'she', 'him'])

const POSSESSIVES = new Set(['her', 'their', 'his'])

const QUANTIFIERS = new Set(['all', 'both', 'most', 'some', 'none'])

/** "Another fled the camp": one more of those named before. */
const isAnother = (word: string, next: Token | undefined): boolean => word === 'another' && (next?.pos === 'VERB' || next?.pos === 'AUX')

/** "they", "all were", "most of them", "the latest group" */
function pronounAt(tokens: readonly Token[], i: number): Group | null {
  const word = (tokens[i] as Token).lower
  const next = tokens[i + 1]
  if (SUBJECT_PRONOUNS.has(word) || (POSSESSIVES.has(word) && next?.pos !== 'NOUN')) return anaphor(i)
  if (isAnother(word, next)) return { ...anaphor(i), number: ONE }
  const ofThem = next?.lower === 'of' && ['them', 'whom'].includes(tokens[i + 2]?.lower ?? '')
  if (QUANTIFIERS.has(word) && (next?.pos === 'AUX' || ofThem)) return { ...anaphor(i), part: word === 'most' || word === 'some' }
  const noun = next?.pos === 'ADJ' ? 2 : 1
  if (word !== 'the' || !['group', 'batch'].includes(tokens[i + noun]?.lower ?? '')) return null
  return { ...anaphor(i), last: i + noun + 1, head: i + noun }
}

/** What an article tells of how many: "a man" is one, "the couple" two. */
function numberOf({ pack, sentence }: Scan, determiner: string, head: string): Number {
  const couple = pack.people.couples[head]
  const singular = isSingular(head)
  if (determiner === 'both' && !singular) return TWO
  if (couple !== undefined && ['a', 'the', 'an'].includes(determiner)) return { min: couple, max: couple, qualifier: 'exact' }
  return singular && (SINGLE.has(determiner) || sentence.segment === 'headline') ? ONE : null
}

const anaphor = (i: number): Group => ({
  first: i,
  last: i + 1,
  head: i,
  role: 'neutral',
  number: null,
  nationalities: [],
  anaphor: true,
  part: false,
  child: false,
  definite: true,
  named: false,
  originEnd: i + 1,
})

const HONORIFICS = new Set(['mr', 'mrs', 'ms', 'mr.', 'mrs.', 'ms.', 'dr', 'dr.'])

/** "Doru Hartt", "Mr Hartt": a run of names that is no place, body or date. */
function person({ tokens, sentence, nationalities, places, surnames }: Scan, i: number): Group | null {
  if (sentence.titleCase || sentence.segment === 'headline') return null
  const named = (at: number): boolean => {
    const token = tokens[at]
    if (token === undefined || at >= sentence.last) return false
    return (
      token.pos === 'PROPN' &&
      /^\p{Lu}\p{Ll}/u.test(token.text) &&
      !nationalities.some((one) => one.first === at) &&
      !places.some((one) => at >= one.first && at < one.last)
    )
  }
  let last = i
  while (named(last) || (last > i && tokens[last]?.lower === '-' && named(last + 1))) last++
  const alone = last - i === 1
  // "Police Colonel Wichai …": whoever carries a rank speaks or acts here, and is not one of those counted.
  if (tokens.slice(Math.max(0, i - 1), last).some((token) => RANKS.has(token.lower))) return null
  if (last === i || (alone && !surnames.has(tokens[i]?.lower ?? '') && !HONORIFICS.has(tokens[i - 1]?.lower ?? ''))) return null
  return {
    first: i,
    last,
    head: last - 1,
    role: 'neutral',
    number: ONE,
    nationalities: [],
    anaphor: false,
    part: false,
    child: false,
    definite: true,
    named: true,
    originEnd: last,
    surname: (tokens[last - 1] as Token).lower,
  }
}

/** A phrase without article may begin with a nationality, an adjective or the noun itself. */
function startsPhrase({ tokens, nationalities, pack, sentence }: Scan, i: number): boolean {
  const token = tokens[i] as Token
  const before = tokens[i - 1]
  if (before && i > sentence.first && MODIFIER.has(before.pos) && before.pos !== 'VERB' && before.pos !== 'ADV') return false
  return (
    nationalities.some((one) => one.first === i) ||
    (isPeopleNoun(pack, token.lower) && token.pos !== 'ADJ') ||
    (token.pos === 'ADJ' && isPeopleNoun(pack, tokens[i + 1]?.lower ?? ''))
  )
}

const PLURAL = new Set(['people', 'men', 'women', 'children', 'accused', 'crew', 'nationals', 'kids', 'police'])

const isSingular = (head: string): boolean => !PLURAL.has(head) && !(head.endsWith('s') && !head.endsWith('ss')) && !head.endsWith('ese')
