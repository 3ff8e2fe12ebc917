import type { Reading } from '@tipwire/domain'
import { expect, test } from 'vitest'
import { count, event, labelled, labels, statistic } from '../test/labels.ts'
import { readingErrors } from './reading-errors.ts'

const text = 'Police freed nine women in Bavet on Sunday.\nMore than 5,000 people are still held in the region.'
const evidence = [{ field: 'text' as const, start: 7, end: 12, quote: 'freed' }]
const rescue = event('rescue_release', { country: 'KH', place: 'Bavet', counts: [count('rescued', 9)] })
const document = labelled(labels([rescue], [statistic('trapped', 'current', 5000)]), { text })

test('a slot that differs, with the words of the event', () => {
  const given = { ...rescue, country: 'VN', counts: [], evidence }
  const reading: Reading = { relevant: true, events: [given], statistics: [] }
  expect(readingErrors({ document, reading })).toEqual([
    { id: 'a', what: 'country of rescue_release', expected: ['KH'], given: ['VN'], words: 'Police freed nine women in Bavet on Sunday.' },
    { id: 'a', what: 'counts of rescue_release', expected: ['rescued 9..9'], given: [], words: 'Police freed nine women in Bavet on Sunday.' },
    {
      id: 'a',
      what: 'missed statistic',
      expected: ['trapped current 5000..-'],
      given: [],
      words: 'More than 5,000 people are still held in the region.',
    },
  ])
})

test('a missed event is shown where one of its values stands', () => {
  const [relevance, missed] = readingErrors({ document, reading: { relevant: false, events: [], statistics: [] } })
  expect(relevance).toMatchObject({ what: 'relevance', expected: ['true'], given: ['false'], words: null })
  expect(missed).toMatchObject({ what: 'missed rescue_release', words: 'Police freed nine women in Bavet on Sunday.' })
})
