import { expect, test } from 'vitest'
import { median } from './measure.ts'

test('the median is the middle value, whatever the order, and no outlier moves it', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([1, 2, 3, 1000])).toBe(2.5)
  expect(median([5])).toBe(5)
})
