import { qualityOf, score } from '@tipwire/evaluation'
import { describe, expect, test } from 'vitest'
import floors from './floor.json' with { type: 'json' }
import { labelledDocuments, readLabelled, sets } from './labelled.ts'

/** Record F1 in percent by set and language, a little below what was last measured. Floors only rise. */
const floor: Readonly<Record<(typeof sets)[number], Readonly<Record<string, number>>>> = floors

describe.each(sets)('the documents to %s', (set) => {
  const scored = labelledDocuments(set).map(readLabelled)
  const { all, languages } = score(scored)

  test.each(Object.entries(floor[set]))('in %s are read no worse than before (%d)', (lang, least) => {
    expect(recordOf(languages[lang])).toBeGreaterThanOrEqual(least)
  })

  test('every language that is read above nothing has its floor', () => {
    const read = Object.keys(languages).filter((lang) => recordOf(languages[lang]) > 0)
    expect(Object.keys(floor[set])).toEqual(expect.arrayContaining(read))
  })

  test('no name of a victim comes out', () => {
    expect(scored.flatMap(({ document }) => document.forbidden).length).toBeGreaterThan(0)
    expect(all.forbidden).toBe(0)
  })

  test('every quote is short, and every span lies in its text', () => {
    for (const { document, reading } of scored) {
      const evidence = [
        ...reading.events.flatMap((event) => [...event.evidence, ...event.counts.flatMap((count) => count.evidence)]),
        ...reading.statistics.flatMap((one) => one.evidence),
      ]
      expect(evidence.filter(({ field, start, end, quote }) => start >= end || end > document[field].length || quote.length > 300)).toEqual([])
    }
  })
})

function recordOf(card: ReturnType<typeof score>['all'] | undefined): number {
  return card ? 100 * qualityOf(card.tallies.record).f1 : 0
}
