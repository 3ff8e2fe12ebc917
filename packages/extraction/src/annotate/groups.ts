import type { Pack } from '../packs/types.ts'
import type { Group, Nationality, NumberMention, PeopleRole, PlaceMention, Sentence, Span, Token } from './types.ts'

type Scan = Readonly<{
  tokens: readonly Token[]
  sentence: Sentence
  pack: Pack
  nationalities: readonly Nationality[]
  places: readonly PlaceMention[]
  taken: readonly Span[]
  surnames: ReadonlySet<string>
}>
type Number = Group['number']

const MODIFIER = new Set(['ADJ', 'NOUN', 'PROPN', 'VERB', 'ADV'])
const LONGEST_PHRASE = 10

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
  return join(scan, markParts(scan, out))
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
  const acts =
    next.pos === 'AUX' ||
    (next.pos === 'VERB' && !pack.numbers.things.has(next.lower)) ||
    next.lower === 'who' ||
    next.lower === 'still' ||
    next.lower === 'others' ||
    next.lower === 'more' ||
    tokens[number.first]?.lower === 'another' ||
    before?.lower === 'against' ||
    (before?.lower === 'the' && (next.lower === ',' || next.pos === 'ADP' || next.pos === 'ADV'))
  if (!ofThem && !acts) return null
  return {
    first: number.first,
    last: number.last,
    head: number.first,
    role: 'neutral',
    number: value,
    nationalities: [],
    anaphor: true,
    part: false,
    subset: ofThem,
    child: false,
    definite: true,
    named: false,
    originEnd: number.last,
  }
}

type Phrase = Pick<Group, 'last' | 'head' | 'role' | 'nationalities' | 'child' | 'originEnd'>

/** The words after a number or an article up to the noun for people. */
function phraseAt(scan: Scan, first: number): Phrase | null {
  const state: PhraseState = { at: first, head: -1, aged: false, nations: [], whole: null }
  while (state.at < scan.sentence.last && state.at - first < LONGEST_PHRASE && stepOn(scan, state));
  return state.whole ?? (state.head < 0 ? null : finish(scan, first, state))
}

type PhraseState = { at: number; head: number; aged: boolean; nations: string[]; whole: Phrase | null }

/** Takes the next word into the phrase; false when the phrase ends before it. */
function stepOn(scan: Scan, state: PhraseState): boolean {
  const { tokens, pack } = scan
  const token = tokens[state.at] as Token
  state.aged ||= token.lower === 'old' && tokens[state.at - 1]?.lower === '-'
  const nation = scan.nationalities.find((one) => one.first === state.at)
  state.whole = wholeAt(scan, state, nation !== undefined)
  if (state.whole) return false
  if (nation) {
    state.nations.push(nation.country)
    state.head = nation.last - 1
    state.at = nation.last
    return true
  }
  if (isPeopleNoun(pack, token.lower) && (token.pos !== 'VERB' || isMistagged(tokens, state.at))) {
    state.head = state.at++
    return true
  }
  if (state.head >= 0 && isPeopleHead(pack, tokens, state.head) && !joins(scan, state.at)) return false
  return inPhrase(scan, state.at) && state.at++ >= 0
}

/** Phrases that end with their first noun: officials, and whoever has an age ("a 29-year-old shipmate"). */
function wholeAt(scan: Scan, { at, head, aged, nations }: PhraseState, isNation: boolean): Phrase | null {
  const { tokens, pack } = scan
  const token = tokens[at] as Token
  if (pack.people.official.has(token.lower) && !isPeopleNoun(pack, tokens[at + 1]?.lower ?? ''))
    return { last: at + 1, head: at, role: 'official', nationalities: nations, child: false, originEnd: at + 1 }
  if (isNation || !aged || head >= 0 || token.pos !== 'NOUN' || tokens[at + 1]?.pos === 'NOUN') return null
  return { last: at + 1, head: at, role: 'neutral', nationalities: [...nations], child: false, originEnd: origins(scan, at + 1).end }
}

function finish(scan: Scan, first: number, { head, nations }: PhraseState): Phrase | null {
  const { tokens, pack } = scan
  if (!isPeopleHead(pack, tokens, head) && isAdjective(tokens, head)) return null
  const tail = nations.length > 0 || isBroughtFrom(scan, first) ? { countries: [], end: head + 1 } : origins(scan, head + 1)
  return {
    last: head + 1,
    head,
    role: roleOf(scan, first, head),
    nationalities: [...new Set([...nations, ...tail.countries])],
    child: pack.people.child.has((tokens[head] as Token).lower),
    originEnd: tail.end,
  }
}

/** "34 Indian suspects of a ring": a plural noun for people that the tagger takes for a verb. */
const isMistagged = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.lower ?? '').endsWith('s') &&
  ['NUM', 'ADJ', 'PROPN'].includes(tokens[at - 1]?.pos ?? '') &&
  tokens[at + 1]?.pos !== 'DET' &&
  tokens[at + 1]?.pos !== 'PRON'

/** "Indian" before another noun, or in the singular, is no noun for people; "Indians" and "Vietnamese" are. */
function isAdjective(tokens: readonly Token[], head: number): boolean {
  const word = (tokens[head] as Token).lower
  const next = tokens[head + 1]
  if (!/(?:s|ese|nationals)$/u.test(word) || word === 'swiss') return true
  return !word.endsWith('s') && next !== undefined && (next.pos === 'NOUN' || next.pos === 'PROPN' || next.pos === 'ADJ')
}

const isPeopleNoun = (pack: Pack, word: string): boolean => pack.people.neutral.has(word) || pack.people.victim.has(word) || pack.people.suspect.has(word)
const isPeopleHead = (pack: Pack, tokens: readonly Token[], head: number): boolean => isPeopleNoun(pack, (tokens[head] as Token).lower)

/** "girls and women", "Indonesian and Filipino fishermen": the phrase goes on behind the joint. */
function joins({ tokens, sentence, pack, nationalities }: Scan, at: number): boolean {
  const word = (tokens[at] as Token).lower
  if (word !== 'and' && word !== 'or') return false
  const next = tokens[at + 1]
  return next !== undefined && at + 1 < sentence.last && (isPeopleNoun(pack, next.lower) || nationalities.some((one) => one.first === at + 1))
}

function inPhrase({ tokens, pack, nationalities }: Scan, at: number): boolean {
  const token = tokens[at] as Token
  if (token.lower === '-' || token.lower === "'s") return true
  if (token.pos === 'NUM') return tokens[at + 1]?.lower === '-' || (tokens[at + 1]?.lower === 'year' && tokens[at + 2]?.lower === '-')
  const next = tokens[at + 1]
  if (token.lower === 'and' || token.lower === ',' || token.lower === 'or')
    return (
      nationalities.some((one) => one.first === at + 1 || (next?.lower === 'and' && one.first === at + 2)) ||
      (next !== undefined && isPeopleNoun(pack, next.lower) && token.lower === 'and') ||
      (token.lower === 'and' && next?.pos === 'ADJ')
    )
  if (token.pos === 'VERB')
    return (
      /(?:ed|ing|en)$/u.test(token.lower) &&
      next !== undefined &&
      next.pos !== 'ADP' &&
      next.pos !== 'DET' &&
      next.pos !== 'PART' &&
      next.pos !== 'PRON' &&
      next.pos !== 'NUM' &&
      next.pos !== 'ADV' &&
      next.pos !== 'PUNCT'
    )
  if (token.lower === 'other' || token.lower === 'more') return true
  return MODIFIER.has(token.pos)
}

const MOVING = new Set(['repatriate', 'bring', 'fly', 'return', 'evacuate', 'deport', 'come', 'arrive'])

/** "repatriated 126 nationals from Myanmar": "from" tells where they left, not where they come from. */
function isBroughtFrom({ tokens, sentence }: Scan, first: number): boolean {
  for (let i = first - 1; i >= Math.max(sentence.first, first - 6); i--) {
    const token = tokens[i] as Token
    if (token.pos === 'VERB') return MOVING.has(token.lemma)
  }
  return false
}

/** "18 women from Colombia, Venezuela and Paraguay" */
function origins({ tokens, sentence, places }: Scan, at: number): { countries: string[]; end: number } {
  const opens =
    tokens[at]?.lower === 'from' ||
    (tokens[at]?.lower === 'of' && tokens[at - 1]?.lower.startsWith('resident')) ||
    (tokens[at]?.lower === ',' && tokens[at + 1]?.lower === 'from')
  if (!opens || at >= sentence.last) return { countries: [], end: at }
  const out: string[] = []
  let end = at + 1
  for (let i = at + 1; i < sentence.last; ) {
    const place = places.find((one) => one.first === i)
    if (place) {
      if (place.kind === 'country') out.push(place.country)
      i = place.last
      end = i
    } else if ([',', 'and', 'the', 'from'].includes((tokens[i] as Token).lower)) i++
    else break
  }
  return { countries: out, end }
}

const SUSPECT_MODIFIERS = new Set(['suspected', 'alleged', 'accused', 'suspect'])
const VICTIM_MODIFIERS = new Set(['trafficked', 'bonded', 'enslaved', 'exploited', 'rescued', 'freed', 'trapped', 'stranded'])

function roleOf({ tokens, pack }: Scan, first: number, head: number): PeopleRole {
  for (let i = first; i < head; i++) {
    const word = (tokens[i] as Token).lower
    if (SUSPECT_MODIFIERS.has(word)) return 'suspect'
    if (VICTIM_MODIFIERS.has(word)) return 'victim'
  }
  const word = (tokens[head] as Token).lower
  return pack.people.suspect.has(word) ? 'suspect' : pack.people.victim.has(word) ? 'victim' : 'neutral'
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

/** "they", "all were", "most of them", "the latest group" */
function pronounAt(tokens: readonly Token[], i: number): Group | null {
  const word = (tokens[i] as Token).lower
  const next = tokens[i + 1]
  if (SUBJECT_PRONOUNS.has(word) || (POSSESSIVES.has(word) && next?.pos !== 'NOUN')) return anaphor(i)
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
    nationalities.some((one) => one.first === i) || isPeopleNoun(pack, token.lower) || (token.pos === 'ADJ' && isPeopleNoun(pack, tokens[i + 1]?.lower ?? ''))
  )
}

const PLURAL = new Set(['people', 'men', 'women', 'children', 'accused', 'crew', 'nationals', 'kids', 'police'])
const isSingular = (head: string): boolean => !PLURAL.has(head) && !(head.endsWith('s') && !head.endsWith('ss')) && !head.endsWith('ese')

const PART_WORDS = new Set(['including', 'namely', 'comprising', 'among', 'mostly', 'whom', 'includes', 'consisting', 'included', 'being'])

/** Marks numbers that break a total down: "34 labourers, namely 14 men and 9 women", "23 Filipinos, 15 men and eight women". */
function markParts({ tokens }: Scan, groups: readonly Group[]): Group[] {
  let previous: Group | undefined
  return groups.map((group) => {
    const out = group.part || isPart(tokens, group, previous) ? { ...group, part: true } : group
    // Pronouns between a total and its parts ("among them seven children") part nothing.
    if (!group.anaphor || group.number !== null) previous = out
    return out
  })
}

function isPart(tokens: readonly Token[], group: Group, previous: Group | undefined): boolean {
  if (previous === undefined || group.subset || group.number === null) return false
  const joint = tokens[group.first - 1]?.lower ?? ''
  if (previous.part && previous.last >= group.first - 2 && [',', 'and'].includes(joint)) return true
  if (previous.last === group.first - 1 && [',', '('].includes(joint) && smaller(group, previous)) return true
  return [1, 2, 3].some((back) => group.first - back >= previous.last && PART_WORDS.has(tokens[group.first - back]?.lower ?? ''))
}

function smaller(group: Group, total: Group): boolean {
  if (group.nationalities.length > 0 && total.nationalities.length > 0) return false
  if (total.number === null) return total.anaphor && group.number !== null
  return group.number !== null && (group.number.min ?? 0) < (total.number.min ?? 0)
}

/** "three girls and a woman" counts four: numbered groups of the same sort side by side are one. */
function join({ tokens }: Scan, groups: readonly Group[]): Group[] {
  const out: Group[] = []
  for (const group of groups) {
    const before = out.at(-1)
    const merged = before && before.last === group.first - 1 ? mergedWith(tokens, before, group) : null
    if (merged) out[out.length - 1] = merged
    else out.push(group)
  }
  return out
}

function mergedWith(tokens: readonly Token[], before: Group, group: Group): Group | null {
  const joint = tokens[group.first - 1]?.lower
  if (joint === 'and' && sums(before) && sums(group) && before.part === group.part) return summed(before, group)
  const apposed = group.anaphor && group.nationalities.length > 0 && ['all', 'both'].includes(tokens[group.first]?.lower ?? '')
  // "nine people, all Vietnamese"
  return joint === ',' && apposed && before.number !== null && before.nationalities.length === 0 ? { ...before, nationalities: group.nationalities } : null
}

function summed(before: Group, group: Group): Group {
  const min = (before.number?.min ?? 0) + (group.number?.min ?? 0)
  const exact = before.number?.qualifier === 'exact'
  const qualifier = (exact ? group.number?.qualifier : before.number?.qualifier) ?? 'exact'
  return { ...before, last: group.last, head: group.head, number: { min, max: min, qualifier } }
}

const sums = (group: Group): boolean =>
  !group.named &&
  group.number !== null &&
  group.number.min !== null &&
  group.number.min === group.number.max &&
  group.nationalities.length === 0 &&
  !group.anaphor
