import type { Evidence, Reading } from '@tipwire/domain'
import type { Annotated, Sentence, Token } from '../annotate/types.ts'
import type { Redacting } from './evidence.ts'

/** What one quote may hold, in UTF-16 units, and how many sentences stand behind one event or figure. */
const MOST_UNITS = 300
const MOST_SENTENCES = 8

type Around = (words: readonly Evidence[]) => Evidence[]

/**
 * Adds the sentences around the words of each event and figure, as evidence without a role: who looks at a number later sees it
 * in its sentence, though the text is gone by then. A longer sentence is cut at words, with the number inside.
 */
export function addSentences(reading: Reading, doc: Annotated, redacting: Redacting): Reading {
  const around = sentencesAround(doc, redacting)
  return {
    ...reading,
    events: reading.events.map((event) => {
      const counts = event.counts.flatMap((count) => count.evidence)
      const words = counts.length > 0 ? counts : event.evidence.filter((one) => one.role === 'trigger')
      return { ...event, evidence: [...event.evidence, ...around(words)] }
    }),
    statistics: reading.statistics.map((statistic) => ({ ...statistic, evidence: [...statistic.evidence, ...around(statistic.evidence)] })),
  }
}

function sentencesAround(doc: Annotated, redacting: Redacting): Around {
  return (words) => {
    const found = new Map<string, Evidence>()
    for (const { field, start, end } of words) {
      const slice = sliceAround(doc, { field, start, end })
      if (slice === null || (slice.start >= start && slice.end <= end)) continue
      found.set(`${field} ${slice.start} ${slice.end}`, { field, ...slice, quote: redacting.redact(field, slice.start, slice.end) })
    }
    return [...found.values()].slice(0, MOST_SENTENCES)
  }
}

function sliceAround(doc: Annotated, words: Pick<Evidence, 'field' | 'start' | 'end'>): { start: number; end: number } | null {
  const sentence = doc.sentences.find((one) => holds(doc, one, words))
  if (!sentence) return null
  const tokens = doc.tokens.slice(sentence.first, sentence.last)
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (!first || !last) return null
  return last.end - first.start <= MOST_UNITS ? { start: first.start, end: last.end } : cut(tokens, words)
}

function holds(doc: Annotated, sentence: Sentence, { field, start, end }: Pick<Evidence, 'field' | 'start' | 'end'>): boolean {
  const [first, last] = [doc.tokens[sentence.first], doc.tokens[sentence.last - 1]]
  return first !== undefined && last !== undefined && first.field === field && first.start <= start && last.end >= end
}

/** The words grown to both sides, token by token, as far as the limit allows; null when they alone pass it. */
function cut(tokens: readonly Token[], words: { start: number; end: number }): { start: number; end: number } | null {
  let { start, end } = words
  if (end - start > MOST_UNITS) return null
  const before = tokens.filter((token) => token.end <= words.start).reverse()
  const after = tokens.filter((token) => token.start >= words.end)
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    const [left, right] = [before[index], after[index]]
    if (left && end - left.start <= MOST_UNITS) start = left.start
    if (right && right.end - start <= MOST_UNITS) end = right.end
  }
  return { start, end }
}
