import type { Pack } from '../packs/types.ts'
import type { Group, Nationality, PeopleRole, PlaceMention, Sentence, Span, Token } from './types.ts'

export type Scan = Readonly<{
  tokens: readonly Token[]
  sentence: Sentence
  pack: Pack
  nationalities: readonly Nationality[]
  places: readonly PlaceMention[]
  taken: readonly Span[]
  surnames: ReadonlySet<string>
}>

export const MODIFIER = new Set(['ADJ', 'NOUN', 'PROPN', 'VERB', 'ADV'])

const LONGEST_PHRASE = 10

type Phrase = Pick<Group, 'last' | 'head' | 'role' | 'nationalities' | 'child' | 'originEnd'>

/** The words after a number or an article up to the noun for people. */
export function phraseAt(scan: Scan, first: number): Phrase | null {
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

export const isPeopleNoun = (pack: Pack, word: string): boolean =>
  pack.people.neutral.has(word) || pack.people.victim.has(word) || pack.people.suspect.has(word)

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
