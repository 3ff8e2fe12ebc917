import { expect, test } from 'vitest'
import { count, event, labels, statistic } from '../test/labels.ts'
import { compareFigures, statisticsAsEvents } from './figures.ts'

const gold = labels(
  [event('rescue_release', { counts: [count('rescued', 14)] })],
  [statistic('rescued', 'cumulative', 650), statistic('trapped', 'estimate', 900)],
)

test('a number of the wrong kind is found and not right', () => {
  const given = labels([event('rescue_release', { counts: [count('rescued', 14), count('rescued', 650)] })])
  expect(compareFigures(gold, given)).toEqual({ expected: 3, found: 2, right: 1 })
})

test('years and money are no people', () => {
  expect(compareFigures(labels([event('conviction_sentence', { counts: [count('sentenced_years', 9)] })]), labels([]))).toEqual({
    expected: 0,
    found: 0,
    right: 0,
  })
})

test('the count of a planned event is a planned number', () => {
  const planned = labels([event('repatriation', { status: 'planned', counts: [count('repatriated', 14)] })])
  const happened = labels([event('repatriation', { counts: [count('repatriated', 14)] })])
  expect(compareFigures(planned, happened)).toEqual({ expected: 1, found: 1, right: 0 })
})

test('a running total given as the count of an event is told', () => {
  expect(statisticsAsEvents(gold, labels([event('rescue_release', { counts: [count('rescued', 650)] })]))).toBe(1)
  expect(statisticsAsEvents(gold, labels([event('rescue_release', { status: 'planned', counts: [count('rescued', 650)] })]))).toBe(0)
})

test('a number that an event has by itself is no such mistake', () => {
  const both = labels([event('rescue_release', { counts: [count('rescued', 14)] })], [statistic('rescued', 'current', 14)])
  expect(statisticsAsEvents(both, labels([event('rescue_release', { counts: [count('rescued', 14)] })]))).toBe(0)
})
