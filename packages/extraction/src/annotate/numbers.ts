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
  const { first } = within
  const range = betweenRange(tokens, within, pack)
  if (range) return kindOf(tokens, { first, ...range }, within, pack)
  const lead = leadAt(tokens, within, pack)
  if (lead === null) return null
  const hasMoney = pack.numbers.money.has(tokens[lead.at]?.lower ?? '')
  const value = valueAt(tokens, { first: hasMoney ? lead.at + 1 : lead.at, last: within.last }, pack)
  if (!value) return null
  const whole = rangeAfter(tokens, value, within, pack) ?? value
  const behind = matchAt(qualifiersOf(pack).after, tokens, { first: value.last, last: within.last })
  return kindOf(tokens, { first, ...settle(whole, behind?.value ?? lead.qualifier), last: behind ? behind.last : whole.last }, within, pack)
}

/** The qualifiers before a number, at most two ("a total of more than"); null when the word there belongs to a verb. */
function leadAt(tokens: readonly Token[], within: Sentence, pack: Pack): { at: number; qualifier: Qualifier | null } | null {
  const { before } = qualifiersOf(pack)
  const one = matchAt(before, tokens, within)
  if (!one) return { at: within.first, qualifier: null }
  // "handed over 44 Thais": the particle of a verb is no qualifier.
  if (tokens[within.first]?.lower === 'over' && PARTICLE_VERBS.has(tokens[within.first - 1]?.lemma ?? '')) return null
  const two = matchAt(before, tokens, { first: one.last, last: within.last })
  if (!two) return { at: one.last, qualifier: one.value }
  return { at: two.last, qualifier: two.value === 'exact' ? one.value : two.value }
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
  if (digits?.high !== undefined) return { min: digits.value, max: digits.high, last: digits.last, qualifier: 'range' }
  const base = digits ?? wordsAt(tokens, within, pack)
  if (!base) return null
  const { value, last } = scaled(tokens, base, within, pack)
  const after = repeatedEnd(tokens, last, value)
  return { min: value, max: value, last: after, qualifier: 'exact' }
}

type Plain = Readonly<{ value: number; last: number }>

/** "two hundred and fourteen", "1.2 lakh": the number with its scale and, in words, what follows the hundreds. */
function scaled(tokens: readonly Token[], base: Plain, within: Within, pack: Pack): Plain {
  const scale = base.last < within.last ? pack.numbers.scales[tokens[base.last]?.lower ?? ''] : undefined
  if (scale === undefined) return base
  const whole = { value: base.value * scale, last: base.last + 1 }
  if (scale !== 100) return whole
  const and = tokens[whole.last]?.lower === 'and' ? 1 : 0
  const rest = wordsAt(tokens, { first: whole.last + and, last: within.last }, pack)
  return rest && rest.value < 100 ? { value: whole.value + rest.value, last: rest.last } : whole
}

/** "eight (8)": the same number again in brackets belongs to it. */
const repeatedEnd = (tokens: readonly Token[], last: number, value: number): number =>
  tokens[last]?.lower === '(' && tokens[last + 2]?.lower === ')' && Number(tokens[last + 1]?.text) === value ? last + 3 : last

const PARTICLE_VERBS = new Set(['hand', 'turn', 'take', 'bring', 'cross', 'pass', 'give'])
const PLAIN = /^\d{1,9}$/u
const GROUPED = /^\d{1,3}(?:,\d{2,3})+$/u
const RANGE = /^(\d{1,6})[-–](\d{1,6})$/u
const DOTTED = /^[1-9]\d{0,2}(?:\.\d{3})+$/u
const DECIMAL = /^\d{1,9}\.\d{1,2}$/u

function digitsAt(tokens: readonly Token[], within: Within): { value: number; last: number; high?: number } | null {
  const token = tokens[within.first]
  if (token === undefined || within.first >= within.last) return null
  const text = token.text
  const blank = blankGrouped(tokens, within)
  if (blank) return blank
  if (PLAIN.test(text) || GROUPED.test(text)) return { value: Number(text.replaceAll(',', '')), last: within.first + 1 }
  if (DOTTED.test(text)) return { value: Number(text.replaceAll('.', '')), last: within.first + 1 }
  const range = RANGE.exec(text)
  if (range && Number(range[2]) > Number(range[1])) return { value: Number(range[1]), high: Number(range[2]), last: within.first + 1 }
  if (DECIMAL.test(text)) return { value: Number(text), last: within.first + 1 }
  return null
}

/** "61 000": a blank parts the thousands. */
function blankGrouped(tokens: readonly Token[], within: Within): { value: number; last: number } | null {
  let digits = tokens[within.first]?.text ?? ''
  if (!/^[1-9]\d{0,2}$/u.test(digits)) return null
  let last = within.first + 1
  while (last < within.last && /^\d{3}$/u.test(tokens[last]?.text ?? '') && (tokens[last] as Token).start - (tokens[last - 1] as Token).end === 1)
    digits += tokens[last++]?.text
  return last > within.first + 1 ? { value: Number(digits), last } : null
}

function wordsAt(tokens: readonly Token[], within: Within, pack: Pack): { value: number; last: number } | null {
  const at = within.first
  const unit = pack.numbers.units[tokens[at]?.lower ?? '']
  if (unit === undefined) return scaleAlone(tokens, at, pack)
  const hyphen = tokens[at + 1]?.lower === '-' ? 1 : 0
  const small = pack.numbers.units[tokens[at + 1 + hyphen]?.lower ?? '']
  const compound = unit >= 20 && unit % 10 === 0 && small !== undefined && small < 10
  return compound ? { value: unit + small, last: at + 2 + hyphen } : { value: unit, last: at + 1 }
}

/** "a dozen", "half a million" is left: "half million" */
function scaleAlone(tokens: readonly Token[], at: number, pack: Pack): { value: number; last: number } | null {
  const word = tokens[at]?.lower
  const scale = word === 'a' || word === 'half' ? pack.numbers.scales[tokens[at + 1]?.lower ?? ''] : undefined
  return scale === undefined ? null : { value: scale * (word === 'half' ? 0.5 : 1), last: at + 2 }
}

/** What the number counts, by the word after it: money, a span of time, an age, a thing; else it may count people. */
function kindOf(tokens: readonly Token[], found: Settled & Within, within: Sentence, pack: Pack): NumberMention {
  const { first, last, min, max, qualifier } = found
  const make = (kind: NumberKind, unit: string | null, end = last): NumberMention => ({ first, last: end, min, max, qualifier, kind, unit })
  const currency = currencyBefore(tokens, found, within, pack)
  if (currency) return make('money', currency)
  const next = tokens[last]
  if (next === undefined || last >= within.last) return make('plain', null)
  const after = next.lower === '$' ? undefined : pack.numbers.money.get(next.lower)
  if (after) return make('money', after, last + 1)
  if (isAge(tokens, last)) return make('age', null)
  const unit = unitAfter(tokens, last, pack)
  if (unit) return make(DURATIONS.has(unit) ? 'duration' : 'thing', unit)
  const label = tokens[first - 1]?.lower ?? ''
  return LABELS.has(label) ? make(label.startsWith('age') ? 'age' : 'thing', null) : make('plain', null)
}

/** The sign or word of a currency before the number: "$7,700", "about $7,700", "Rs 1.2 lakh". */
function currencyBefore(tokens: readonly Token[], { first, last }: Within, within: Sentence, pack: Pack): string | undefined {
  const start = Math.max(within.first > first ? first : first - 1, 0)
  for (let i = start; i < last; i++) {
    const token = tokens[i] as Token
    const currency = token.sentence === within.index ? pack.numbers.money.get(token.lower) : undefined
    if (currency) return currency
  }
  return undefined
}

const DURATIONS = new Set(['year', 'years', 'month', 'months'])
const LABELS = new Set(['no', 'no.', 'section', 'sections', 'article', 'aged', 'age', 'chapter', 'paragraph', 'page', 'flight', 'sec', 'u/s'])

/** The thing that is counted, straight after the number or after one adjective. */
function unitAfter(tokens: readonly Token[], last: number, pack: Pack): string | null {
  const next = tokens[last] as Token
  const unit = next.lower === '-' ? tokens[last + 1]?.lower : next.lower
  if (unit && (DURATIONS.has(unit) || pack.numbers.things.has(unit))) return unit
  const second = tokens[last + 1]?.lower
  const adjective = (next.pos === 'ADJ' || next.pos === 'NOUN') && !pack.people.neutral.has(next.lower)
  return second && adjective && pack.numbers.things.has(second) ? second : null
}

const isAge = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.lower === '-' && (tokens[at + 1]?.lower === 'year' || tokens[at + 1]?.lower === 'years')) ||
  (tokens[at]?.lower === 'year' && tokens[at + 1]?.lower === '-') ||
  (/^years?$/u.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.lower === 'old')
