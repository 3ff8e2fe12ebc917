import { expect, test } from 'vitest'
import { bCubed } from './b-cubed.ts'

test('a right grouping has 1, whatever its names', () => {
  expect(bCubed(['a', 'a', 'b', null].map((truth, i) => ({ id: `${i}`, truth, found: truth && `group of ${truth}` })))).toBe(1)
})

test('all in one, or each alone, costs', () => {
  const truths = ['a', 'a', 'b', 'b']
  expect(bCubed(truths.map((truth, i) => ({ id: `${i}`, truth, found: 'one' })))).toBeCloseTo(2 / 3)
  expect(bCubed(truths.map((truth, i) => ({ id: `${i}`, truth, found: null })))).toBeCloseTo(2 / 3)
})
