import { expect, test } from 'vitest'
import { event, labelled, labels } from '../test/labels.ts'
import { score } from './score.ts'
import { showScorecard } from './show-scorecard.ts'

test('a scorecard shows shares in percent and leaves out what nobody asked for', () => {
  const gold = labels([event('escape', { country: 'MM' }), event('escape', { country: 'KH' })])
  const lines = showScorecard('all', score([{ document: labelled(gold), reading: labels([event('escape', { country: 'KH' })]) }]).all).split('\n')
  expect(lines[0]).toBe('all: 1 documents')
  expect(lines.find((line) => line.includes('type'))?.split(/\s{2,}/)).toEqual(['', 'type', '100.0 %', '50.0 %', '66.7 %', '2'])
  expect(lines.some((line) => line.includes('occurred'))).toBe(false)
})
