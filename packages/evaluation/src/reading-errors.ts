import type { Evidence, Reading } from '@tipwire/domain'
import { align } from './align.ts'
import type { LabelledEvent, Labels } from './labelled-document.ts'
import { unmatched } from './overlap.ts'
import { forbiddenIn, type Scored } from './score.ts'
import { recordSlots, slots, statisticText } from './slots.ts'
import { findValue, sentenceAround } from './text-around.ts'

/** One difference between labels and reading. `words`: the text around it, or null when nothing in the text can be pointed at. */
export type ReadingError = Readonly<{ id: string; what: string; expected: readonly string[]; given: readonly string[]; words: string | null }>

type Found = Omit<ReadingError, 'id' | 'words'> & Readonly<{ evidence: readonly Evidence[]; values: readonly string[] }>

/**
 * All differences of one document, for a person who looks for classes of errors. The words are the document's own, unredacted:
 * for the terminal of somebody who has the file, never for a log.
 */
export function readingErrors({ document, reading }: Scored<Reading>): ReadingError[] {
  const found = [...relevanceErrors(document.gold, reading), ...eventErrors(document.gold, reading), ...statisticErrors(document.gold, reading)]
  const names = forbiddenIn(document, reading).map((name) => ({ id: document.id, what: 'forbidden name', expected: [], given: [name], words: null }))
  return [...found.map(({ evidence, values, ...error }) => ({ id: document.id, ...error, words: wordsOf(document, evidence, values) })), ...names]
}

function relevanceErrors(gold: Labels, reading: Reading): Found[] {
  if (gold.relevant === reading.relevant) return []
  return [{ what: 'relevance', expected: [String(gold.relevant)], given: [String(reading.relevant)], evidence: [], values: [] }]
}

function eventErrors(gold: Labels, reading: Reading): Found[] {
  const { pairs, missed, extra } = align(gold.events, reading.events)
  return [
    ...missed.map((event) => ({ what: `missed ${event.type}`, expected: [eventText(event)], given: [], evidence: [], values: tellingValues(event) })),
    ...extra.map((event) => ({ what: `extra ${event.type}`, expected: [], given: [eventText(event)], evidence: event.evidence, values: [] })),
    ...pairs.flatMap(([expected, given]) => slotErrors(expected, given)),
  ]
}

function slotErrors(expected: LabelledEvent, given: Reading['events'][number]): Found[] {
  return recordSlots.flatMap((name) => {
    const { values, same } = slots[name]
    const [lost, wrong] = [unmatched(values(expected), values(given), same), unmatched(values(given), values(expected), same)]
    if (lost.length + wrong.length === 0) return []
    return [{ what: `${name} of ${expected.type}`, expected: lost, given: wrong, evidence: given.evidence, values: [] }]
  })
}

function statisticErrors(gold: Labels, reading: Reading): Found[] {
  const [wanted, given] = [gold.statistics.map(statisticText), reading.statistics.map(statisticText)]
  const missed = gold.statistics.filter((statistic) => unmatched([statisticText(statistic)], given).length > 0)
  const extra = reading.statistics.filter((statistic) => unmatched([statisticText(statistic)], wanted).length > 0)
  return [
    ...missed.map((one) => ({ what: 'missed statistic', expected: [statisticText(one)], given: [], evidence: [], values: [String(one.min ?? one.max)] })),
    ...extra.map((one) => ({ what: 'extra statistic', expected: [], given: [statisticText(one)], evidence: one.evidence, values: [] })),
  ]
}

/** Values of a missed event that can be looked for in the text. */
function tellingValues(event: LabelledEvent): string[] {
  return [...event.counts.map(({ min, max }) => String(min ?? max)), ...slots.place.values(event), ...slots.actors.values(event)]
}

function eventText(event: LabelledEvent): string {
  return recordSlots.flatMap((name) => slots[name].values(event)).join(', ') || event.status
}

function wordsOf(document: Scored['document'], evidence: readonly Evidence[], values: readonly string[]): string | null {
  const [first] = evidence
  if (first) return sentenceAround(document[first.field], first)
  const span = values.map((value) => findValue(document.text, value)).find((one) => one !== null)
  return span ? sentenceAround(document.text, span) : null
}
