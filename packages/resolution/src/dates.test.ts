import { expect, it } from 'vitest'
import { distanceInDays, middleOf, spanOfEdtf } from './dates.ts'

it.each([
  ['2024-07-20', '2024-07-20', '2024-07-20'],
  ['2024-07-20~', '2024-07-20', '2024-07-20'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2024-12', '2024-12-01', '2024-12-31'],
  ['2023', '2023-01-01', '2023-12-31'],
  ['2016/2019', '2016-01-01', '2019-12-31'],
  ['2024-07-20/2024-08', '2024-07-20', '2024-08-31'],
])('%s is %s to %s', (edtf, from, to) => {
  expect(spanOfEdtf(edtf)).toEqual({ from, to })
})

it.each([null, '', '2024-02-30', '2024-08/2024-07', 'Saturday'])('%j is no time', (edtf) => {
  expect(spanOfEdtf(edtf)).toBeNull()
})

it('measures between spans and finds their middle', () => {
  const july = { from: '2024-07-01', to: '2024-07-31' }
  expect(distanceInDays(july, { from: '2024-08-03', to: '2024-08-03' })).toBe(3)
  expect(distanceInDays({ from: '2024-07-20', to: '2024-09-01' }, july)).toBe(0)
  expect(middleOf(july)).toBe('2024-07-16')
})
