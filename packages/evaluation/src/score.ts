import { align } from './align.ts'
import { compareFigures, type FigureKinds, statisticsAsEvents } from './figures.ts'
import type { LabelledDocument, LabelledEvent, Labels } from './labelled-document.ts'
import { overlap } from './overlap.ts'
import { looseStatisticText, recordSlots, type SlotName, slotNames, slots, statisticText } from './slots.ts'
import { sumTallies, type Tally, tallyOf } from './tally.ts'

/** A labelled document and what was read in it. */
export type Scored<Given extends Labels = Labels> = Readonly<{ document: LabelledDocument; reading: Given }>

type Measure = 'relevance' | 'type' | SlotName | 'statistics' | 'statistics_loose' | 'record'

/**
 * How well documents were read. `record` is the number to quote: the fillers of all slots of all events, with the events themselves and the statistics.
 * `statistics_loose` ignores the measure. `forbidden`: names that came out although they must not.
 */
export type Scorecard = Readonly<{
  documents: number
  tallies: Readonly<Record<Measure, Tally>>
  figures: FigureKinds
  statistics_as_events: number
  forbidden: number
}>

/** Scores readings against labels, over all documents and by language. */
export function score(scored: readonly Scored[]): { all: Scorecard; languages: Readonly<Record<string, Scorecard>> } {
  const cards = scored.map((one) => ({ lang: one.document.lang, card: scoreDocument(one) }))
  const languages = Map.groupBy(cards, ({ lang }) => lang)
  return {
    all: sumCards(cards.map(({ card }) => card)),
    languages: Object.fromEntries([...languages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([lang, own]) => [lang, sumCards(own.map(({ card }) => card))])),
  }
}

function scoreDocument({ document, reading }: Scored): Scorecard {
  const { gold } = document
  return {
    documents: 1,
    tallies: tally(gold, reading),
    figures: compareFigures(gold, reading),
    statistics_as_events: statisticsAsEvents(gold, reading),
    forbidden: forbiddenIn(document, reading).length,
  }
}

/** Names that must not come out and do, anywhere in the reading. */
export function forbiddenIn({ forbidden }: LabelledDocument, reading: Labels): string[] {
  const output = JSON.stringify(reading).toLowerCase()
  return forbidden.filter((name) => output.includes(name.toLowerCase()))
}

function tally(gold: Labels, reading: Labels): Scorecard['tallies'] {
  const { pairs, missed, extra } = align(gold.events, reading.events)
  const type = tallyOf({ right: pairs.length, expected: gold.events.length, given: reading.events.length })
  const statistics = tallyLists(gold.statistics.map(statisticText), reading.statistics.map(statisticText))
  const perSlot = Object.fromEntries(slotNames.map((name) => [name, sumTallies(pairs.map((pair) => tallySlot(name, pair)))])) as Record<SlotName, Tally>
  const lost: Tally = { right: 0, missed: fillers(missed), extra: fillers(extra) }
  return {
    relevance: tallyOf({ right: Number(gold.relevant && reading.relevant), expected: Number(gold.relevant), given: Number(reading.relevant) }),
    type,
    ...perSlot,
    statistics,
    statistics_loose: tallyLists(gold.statistics.map(looseStatisticText), reading.statistics.map(looseStatisticText)),
    record: sumTallies([type, ...recordSlots.map((name) => perSlot[name]), lost, statistics]),
  }
}

function tallySlot(name: SlotName, [expected, given]: readonly [LabelledEvent, LabelledEvent]): Tally {
  const { values, same } = slots[name]
  return tallyOf({ right: overlap(values(expected), values(given), same), expected: values(expected).length, given: values(given).length })
}

function tallyLists(expected: readonly string[], given: readonly string[]): Tally {
  return tallyOf({ right: overlap(expected, given), expected: expected.length, given: given.length })
}

/** How many values events tell, without type and status. */
function fillers(events: readonly LabelledEvent[]): number {
  return events.reduce((sum, event) => sum + recordSlots.reduce((own, name) => own + slots[name].values(event).length, 0), 0)
}

function sumCards(cards: readonly Scorecard[]): Scorecard {
  const sum = (pick: (card: Scorecard) => number) => cards.reduce((total, card) => total + pick(card), 0)
  const measures: readonly Measure[] = ['relevance', 'type', ...slotNames, 'statistics', 'statistics_loose', 'record']
  return {
    documents: cards.length,
    tallies: Object.fromEntries(measures.map((name) => [name, sumTallies(cards.map(({ tallies }) => tallies[name]))])) as Scorecard['tallies'],
    figures: { expected: sum((card) => card.figures.expected), found: sum((card) => card.figures.found), right: sum((card) => card.figures.right) },
    statistics_as_events: sum((card) => card.statistics_as_events),
    forbidden: sum((card) => card.forbidden),
  }
}
