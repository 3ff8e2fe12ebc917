import { describe, expect, test } from 'vitest'
import { count, event, labelled, labels, statistic } from '../test/labels.ts'
import { score } from './score.ts'
import { qualityOf } from './tally.ts'

const rescue = event('rescue_release', {
  occurred: '2024-07-20',
  country: 'KH',
  counts: [count('rescued', 14)],
  nationalities: ['IN'],
  actors: [{ name: 'Cambodian Police', role: 'rescuer' }],
})
const gold = labels([rescue, event('advisory_warning', { country: 'KH' })], [statistic('rescued', 'cumulative', 650)])

describe('one document', () => {
  test('the labels themselves score full marks', () => {
    const { tallies } = score([{ document: labelled(gold), reading: gold }]).all
    // Two events and one statistic; the rescue tells five values, the warning one.
    expect(tallies.record).toEqual({ right: 9, missed: 0, extra: 0 })
    expect(qualityOf(tallies.record).f1).toBe(1)
  })

  test('nothing read: everything is missed', () => {
    const { tallies } = score([{ document: labelled(gold), reading: { relevant: false, events: [], statistics: [] } }]).all
    expect(tallies.record).toEqual({ right: 0, missed: 9, extra: 0 })
    expect(tallies.relevance).toEqual({ right: 0, missed: 1, extra: 0 })
    expect(tallies.occurred).toEqual({ right: 0, missed: 0, extra: 0 })
  })

  test('a wrong day, a wrong number and an event too many', () => {
    const reading = labels([{ ...rescue, occurred: '2024-07-13', counts: [count('rescued', 650)] }, event('escape', { country: 'KH' })])
    const { tallies, statistics_as_events } = score([{ document: labelled(gold), reading }]).all
    // Right: the rescue, its country, nationality and actor. Missed: day, number, warning and its country, statistic. Extra: day, number, escape and its country.
    expect(tallies.record).toEqual({ right: 4, missed: 5, extra: 4 })
    expect(qualityOf(tallies.record)).toEqual({ precision: 4 / 8, recall: 4 / 9, f1: 8 / 17 })
    expect(tallies.type).toEqual({ right: 1, missed: 1, extra: 1 })
    expect(tallies.counts).toEqual({ right: 0, missed: 1, extra: 1 })
    expect(statistics_as_events).toBe(1)
  })

  test('status has its own score and does not count for the record', () => {
    const { tallies } = score([{ document: labelled(labels([rescue])), reading: labels([{ ...rescue, status: 'planned' }]) }]).all
    expect(tallies.status).toEqual({ right: 0, missed: 1, extra: 1 })
    expect(tallies.record).toEqual({ right: 6, missed: 0, extra: 0 })
  })

  test('a statistic with another measure is right only loosely', () => {
    const reading = labels([], [statistic('repatriated', 'cumulative', 650)])
    const { tallies } = score([{ document: labelled(labels([], gold.statistics)), reading }]).all
    expect(tallies.statistics).toEqual({ right: 0, missed: 1, extra: 1 })
    expect(tallies.statistics_loose).toEqual({ right: 1, missed: 0, extra: 0 })
  })

  test('uncertainty marks of a date are no difference', () => {
    const { tallies } = score([{ document: labelled(labels([rescue])), reading: labels([{ ...rescue, occurred: '2024-07-20~' }]) }]).all
    expect(tallies.occurred).toEqual({ right: 1, missed: 0, extra: 0 })
  })

  test('a forbidden name is found anywhere in the reading, in any case', () => {
    const document = labelled(labels([]), { forbidden: ['Amina Testperson'] })
    const reading = labels([event('escape', { actors: [{ name: 'AMINA TESTPERSON', role: 'announcer' }] })])
    expect(score([{ document, reading }]).all.forbidden).toBe(1)
    expect(score([{ document, reading: labels([]) }]).all.forbidden).toBe(0)
  })
})

test('languages have their own scorecards, and all are summed', () => {
  const { all, languages } = score([
    { document: labelled(gold), reading: gold },
    { document: labelled(gold, { lang: 'es' }), reading: labels([]) },
  ])
  expect(Object.keys(languages)).toEqual(['en', 'es'])
  expect([all.documents, languages.en?.documents]).toEqual([2, 1])
  expect(all.tallies.record).toEqual({ right: 9, missed: 9, extra: 0 })
  expect(languages.es?.tallies.record).toEqual({ right: 0, missed: 9, extra: 0 })
})
