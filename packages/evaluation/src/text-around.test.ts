import { expect, test } from 'vitest'
import { findValue, sentenceAround } from './text-around.ts'

test.each([
  ['5000', 'Over 5,000 people', '5,000'],
  ['5000', 'Unas 5.000 personas', '5.000'],
  ['14', 'In 2014, 14 men', '14'],
  ['Bavet', 'near Bavet', 'Bavet'],
])('%s in "%s"', (value, text, found) => {
  const span = findValue(text, value)
  expect(text.slice(span?.start, span?.end)).toBe(found)
})

test('a number inside another one or before a percent sign is not it', () => {
  expect(findValue('14 % of 1,400 and 0.14', '14')).toEqual({ start: 0, end: 2 })
  expect(findValue('14% of 1,414', '14')).toBeNull()
})

test('long lines are cut at blanks', () => {
  const text = `${'word '.repeat(40)}HERE ${'word '.repeat(40)}`
  const start = text.indexOf('HERE')
  const shown = sentenceAround(text, { start, end: start + 4 })
  expect(shown).toMatch(/^…word .* HERE word .*word…$/)
  expect(shown.length).toBeLessThan(200)
})
