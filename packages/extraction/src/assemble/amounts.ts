import type { Annotated, NumberMention } from '../annotate/types.ts'
import type { EventMention } from '../events/types.ts'
import type { Draft } from './types.ts'

/** Numbers that are no people: years of prison and the value of what was seized. */
export function addAmounts(doc: Annotated, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    for (const mention of draft.mentions) {
      if (draft.type === 'conviction_sentence' && draft.status === 'happened') addYears(doc, draft, mention)
      if (draft.type === 'asset_seizure') addValue(doc, draft, mention)
    }
  }
}

function addYears(doc: Annotated, draft: Draft, mention: EventMention): void {
  const terms = doc.numbers.filter(
    (number) => number.first >= mention.sentence.first && number.last <= mention.sentence.last && number.kind === 'duration' && isTerm(doc, number),
  )
  const [known] = terms
  if (known) for (const short of shortened(doc, mention, known)) push(draft, short, 1)
  for (const term of terms) {
    const factor = term.unit?.startsWith('month') ? 1 / 12 : 1
    for (const value of [...sharing(doc, term), term]) push(draft, value, factor)
  }
}

/** "… and his wife got seven": the unit was said before. */
function shortened(doc: Annotated, mention: EventMention, term: NumberMention): NumberMention[] {
  if (!term.unit?.startsWith('year')) return []
  return doc.numbers.filter(
    (number) =>
      number.first >= term.last &&
      number.last <= mention.sentence.last &&
      number.kind === 'plain' &&
      ['got', 'gets', 'get', 'received'].includes(doc.tokens[number.first - 1]?.lower ?? ''),
  )
}

type Count = { min: number | null; max: number | null; qualifier: NumberMention['qualifier'] }

function push(draft: Draft, value: NumberMention, factor: number): void {
  const scale = (bound: number | null): number | null => (bound === null ? null : Math.round(bound * factor * 100) / 100)
  const count: Count = { min: scale(value.min), max: scale(value.max), qualifier: value.qualifier }
  if (draft.counts.some((other) => other.measure === 'sentenced_years' && other.min === count.min && other.max === count.max)) return
  draft.counts.push({ measure: 'sentenced_years', ...count, groups: [], span: { first: value.first, last: value.last } })
}

/** "for eight and five years": a bare number that shares the unit of the next one. */
function sharing(doc: Annotated, term: NumberMention): NumberMention[] {
  const joint = doc.tokens[term.first - 1]?.lower
  const before = joint === 'and' ? doc.numbers.find((number) => number.last === term.first - 1 && number.kind === 'plain') : undefined
  return before ? [before] : []
}

const TERM_WORDS = new Set(['prison', 'jail', 'jailed', 'sentenced', 'imprisonment', 'sentence', 'got', 'get', 'gets', 'behind', 'given', 'custody', 'bars'])
const NO_TERM = new Set([
  'last',
  'past',
  'old',
  'ago',
  'over',
  'probation',
  'supervised',
  'suspended',
  'minimum',
  'maximum',
  'than',
  'restitution',
  'until',
  'since',
  'every',
])

function isTerm({ tokens }: Annotated, number: NumberMention): boolean {
  const around = tokens.slice(Math.max(0, number.first - 7), number.last + 5).map((token) => token.lower)
  const close = tokens.slice(Math.max(0, number.first - 2), number.last + 3).map((token) => token.lower)
  // "jailed for a total of 31 years" sums the terms of several people.
  if (tokens.slice(Math.max(0, number.first - 2), number.last).some((token) => token.lower === 'total')) return false
  if (tokens[number.last]?.lower === '-' && tokens[number.last + 2]?.lower === '-') return false
  return around.some((word) => TERM_WORDS.has(word)) && !close.some((word) => NO_TERM.has(word))
}

function addValue(doc: Annotated, draft: Draft, mention: EventMention): void {
  const money = doc.numbers.find((number) => number.first >= mention.trigger.first && number.last <= mention.sentence.last && number.kind === 'money')
  if (!money || draft.counts.length > 0) return
  draft.counts.push({
    measure: 'seized_value',
    min: money.min,
    max: money.max,
    qualifier: money.qualifier,
    ...(money.unit ? { unit: money.unit } : {}),
    groups: [],
    span: { first: money.first, last: money.last },
  })
}
