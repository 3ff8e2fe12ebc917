import { expect, test } from 'vitest'
import { numberText } from './number-text.ts'

test.each([
  [{ min: 14, max: 14, qualifier: 'exact' }, '14'],
  [{ min: 650, max: null, qualifier: 'more_than' }, 'more than 650'],
  [{ min: 120_000, max: null, qualifier: 'at_least' }, 'at least 120,000'],
  [{ min: 2000, max: 2000, qualifier: 'about' }, 'about 2,000'],
  [{ min: null, max: 30, qualifier: 'up_to' }, 'up to 30'],
  [{ min: 11, max: 14, qualifier: 'range' }, '11 to 14'],
  [{ min: 24, max: 99, qualifier: 'dozens' }, 'dozens'],
  [{ min: 5000, max: 5000, qualifier: 'exact', unit: 'USD' }, '5,000 USD'],
] as const)('%o is written as %s', (bounds, text) => {
  expect(numberText(bounds)).toBe(text)
})
