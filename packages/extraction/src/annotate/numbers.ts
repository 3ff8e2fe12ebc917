import type { Qualifier } from '@tipwire/domain'
import type { Pack } from '../packs/types.ts'
import { compile, type Matcher, matchAt } from './phrases.ts'
import type { NumberKind, NumberMention, Sentence, Token } from './types.ts'

type Value = Readonly<{ min: number; max: number; last: number; qualifier: Qualifier }>
type Qualifiers = Readonly<{ before: Matcher<Qualifier>; after: Matcher<Qualifier>; vague: Matcher<readonly [number, number, Qualifier]> }>

const compiled = new WeakMap<Pack, Qualifiers>()

function qualifiersOf(pack: Pack): Qualifiers {
  const known = compiled.get(pack)
  if (known) return known
  const entries = (table: Pack['numbers']['before']): [string, Qualifier][] =>
    Object.entries(table).flatMap(([qualifier, phrases]) => (phrases ?? []).map((phrase): [string, Qualifier] => [phrase, qualifier as Qualifier]))
  const made = {
    before: compile(entries(pack.numbers.before)),
    after: compile(entries(pack.numbers.after)),
    vague: compile(Object.entries(pack.numbers.vague)),
  }
  compiled.set(pack, made)
  return made
}

/** Numbers of a sentence: digits, words, scales, ranges, vague amounts, with qualifier and what they count. */
export function findNumbers(tokens: readonly Token[], sentence: Sentence, pack: Pack): NumberMention[] {
  const out: NumberMention[] = []
  for (let i = sentence.first; i < sentence.last; ) {
    const mention = numberAt(tokens, { ...sentence, first: i }, pack)
    if (mention) out.push(mention)
    i = mention ? mention.last : i + 1
  }
  return out
}

function numberAt(tokens: readonly Token[], within: Sentence, pack: Pack): NumberMention | null {
  const { before, after } = qualifiersOf(pack)
  const range = betweenRange(tokens, within, pack)
  if (range) return kindOf(tokens, { first: within.first, ...range }, within, pack)
  const lead = matchAt(before, tokens, within)
  // "handed over 44 Thais": the particle of a verb is no qualifier.
  if (lead && lead.last === within.first + 1 && tokens[within.first]?.lower === 'over' && PARTICLE_VERBS.has(tokens[within.first - 1]?.lemma ?? '')) return null
  const first = within.first
  let at = lead ? lead.last : first
  let qualifier: Qualifier | null = lead?.value ?? null
  const second = lead ? matchAt(before, tokens, { first: at, last: within.last }) : null
  if (second) {
    at = second.last
    qualifier = second.value === 'exact' ? qualifier : second.value
  }
  const money = tokens[at] && pack.numbers.money.has((tokens[at] as Token).lower) ? at : -1
  const value = valueAt(tokens, { first: money >= 0 ? at + 1 : at, last: within.last }, pack)
  if (!value) return null
  const range2 = rangeAfter(tokens, value, within, pack)
  const behind = matchAt(after, tokens, { first: value.last, last: within.last })
  const settled = settle(range2 ?? value, behind?.value ?? qualifier)
  return kindOf(tokens, { first: money >= 0 && !lead ? money : first, ...settled, last: behind ? behind.last : (range2 ?? value).last }, within, pack)
}

type Settled = Readonly<{ min: number | null; max: number | null; qualifier: Qualifier }>

function settle(value: Value, qualifier: Qualifier | null): Settled {
  const { min, max } = value
  if (value.qualifier !== 'exact') return { min, max, qualifier: value.qualifier }
  if (qualifier === 'more_than' || qualifier === 'at_least') return { min, max: null, qualifier }
  if (qualifier === 'up_to') return { min: null, max, qualifier }
  if (qualifier === 'about') return { min, max, qualifier }
  return { min, max, qualifier: 'exact' }
}

/** "between 300 and 400" */
function betweenRange(tokens: readonly Token[], within: Sentence, pack: Pack): Value | null {
  if (tokens[within.first]?.lower !== 'between') return null
  const low = valueAt(tokens, { first: within.first + 1, last: within.last }, pack)
  if (!low || tokens[low.last]?.lower !== 'and') return null
  const high = valueAt(tokens, { first: low.last + 1, last: within.last }, pack)
  return high && high.max > low.min ? { min: low.min, max: high.max, last: high.last, qualifier: 'range' } : null
}

/** "300 to 400", "50-60" */
function rangeAfter(tokens: readonly Token[], low: Value, within: Sentence, pack: Pack): Value | null {
  const joint = tokens[low.last]?.lower
  if (joint !== 'to' && joint !== '-' && joint !== '–') return null
  const high = valueAt(tokens, { first: low.last + 1, last: within.last }, pack)
  return high && low.qualifier === 'exact' && high.qualifier === 'exact' && high.max > low.min
    ? { min: low.min, max: high.max, last: high.last, qualifier: 'range' }
    : null
}

type Within = Readonly<{ first: number; last: number }>

function valueAt(tokens: readonly Token[], within: Within, pack: Pack): Value | null {
  const vague = matchAt(qualifiersOf(pack).vague, tokens, within)
  if (vague) return { min: vague.value[0], max: vague.value[1], qualifier: vague.value[2], last: vague.last }
  const digits = digitsAt(tokens, within)
  const base = digits ?? wordsAt(tokens, within, pack)
  if (!base) return null
  let { value, last } = base
  if (tokens[last]?.lower === '(' && tokens[last + 2]?.lower === ')' && Number(tokens[last + 1]?.text) === value) last += 3
  const scale = tokens[last] ? pack.numbers.scales[(tokens[last] as Token).lower] : undefined
  if (scale !== undefined && last < within.last) {
    value *= scale
    last++
  }
  return digits?.high === undefined ? { min: value, max: value, last, qualifier: 'exact' } : { min: value, max: digits.high, last, qualifier: 'range' }
}

const PARTICLE_VERBS = new Set(['hand', 'turn', 'take', 'bring', 'cross', 'pass', 'give'])
const PLAIN = /^\d{1,9}$/u
const GROUPED = /^\d{1,3}(?:,\d{2,3})+$/u
const RANGE = /^(\d{1,6})[-–](\d{1,6})$/u
const DECIMAL = /^\d{1,9}\.\d{1,2}$/u

function digitsAt(tokens: readonly Token[], within: Within): { value: number; last: number; high?: number } | null {
  const token = tokens[within.first]
  if (token === undefined || within.first >= within.last) return null
  const text = token.text
  if (PLAIN.test(text) || GROUPED.test(text)) return { value: Number(text.replaceAll(',', '')), last: within.first + 1 }
  const range = RANGE.exec(text)
  if (range && Number(range[2]) > Number(range[1])) return { value: Number(range[1]), high: Number(range[2]), last: within.first + 1 }
  if (DECIMAL.test(text)) return { value: Number(text), last: within.first + 1 }
  return null
}

function wordsAt(tokens: readonly Token[], within: Within, pack: Pack): { value: number; last: number } | null {
  const { units } = pack.numbers
  let at = within.first
  const unit = tokens[at] ? units[(tokens[at] as Token).lower] : undefined
  const article = tokens[at]?.lower === 'a' || tokens[at]?.lower === 'half'
  const scale = article ? pack.numbers.scales[tokens[at + 1]?.lower ?? ''] : undefined
  if (unit === undefined) return scale === undefined ? null : { value: scale * (tokens[at]?.lower === 'half' ? 0.5 : 1), last: at + 2 }
  let value = unit
  at++
  const small = tokens[at]?.lower === '-' ? units[tokens[at + 1]?.lower ?? ''] : units[tokens[at]?.lower ?? '']
  if (unit >= 20 && unit % 10 === 0 && small !== undefined && small < 10) {
    value += small
    at += tokens[at]?.lower === '-' ? 2 : 1
  }
  return { value, last: at }
}

/** What the number counts, by the word after it: money, a span of time, an age, a thing; else it may count people. */
function kindOf(tokens: readonly Token[], found: Settled & Within, within: Sentence, pack: Pack): NumberMention {
  const { first, last, min, max, qualifier } = found
  const make = (kind: NumberKind, unit: string | null, end = last): NumberMention => ({ first, last: end, min, max, qualifier, kind, unit })
  const next = tokens[last]
  const before = tokens[first - 1]
  const opening = tokens[first] as Token
  const currency = pack.numbers.money.get(opening.lower) ?? (before && before.sentence === within.index ? pack.numbers.money.get(before.lower) : undefined)
  if (currency) return make('money', currency)
  if (next === undefined || last >= within.last) return make('plain', null)
  const after = pack.numbers.money.get(next.lower)
  if (after && next.lower !== '$') return make('money', after, last + 1)
  if (isAge(tokens, last)) return make('age', null)
  const unit = next.lower === '-' ? tokens[last + 1]?.lower : next.lower
  const adjective = tokens[last + 1]?.lower
  if (unit && ['year', 'years', 'month', 'months'].includes(unit)) return make('duration', unit)
  if (unit && pack.numbers.things.has(unit)) return make('thing', unit)
  if (
    adjective &&
    next.pos !== 'PROPN' &&
    next.pos !== 'CCONJ' &&
    (next.pos === 'ADJ' || next.pos === 'NOUN') &&
    pack.numbers.things.has(adjective) &&
    !pack.people.neutral.has(next.lower)
  )
    return make('thing', adjective)
  if (before && ['no', 'no.', 'section', 'sections', 'article', 'aged', 'age', 'chapter', 'paragraph', 'page', 'flight', 'sec', 'u/s'].includes(before.lower))
    return make(before.lower.startsWith('age') ? 'age' : 'thing', null)
  return make('plain', null)
}

const isAge = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.lower === '-' && (tokens[at + 1]?.lower === 'year' || tokens[at + 1]?.lower === 'years')) ||
  (tokens[at]?.lower === 'year' && tokens[at + 1]?.lower === '-') ||
  (/^years?$/u.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.lower === 'old')
