import { expect, it } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const now = Date.parse('2027-05-11T08:00:00Z')

it.each([
  ['120', 120_000],
  ['0', 0],
  ['Tue, 11 May 2027 08:01:00 GMT', 60_000],
  ['Tue, 11 May 2027 07:00:00 GMT', 0],
  ['99999999', 86_400_000],
  ['soon', null],
  [undefined, null],
])('%s', (header, expected) => {
  expect(retryAfterMs(header, now)).toBe(expected)
})
