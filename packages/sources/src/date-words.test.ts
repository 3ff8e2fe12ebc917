import { expect, it } from 'vitest'
import { monthOf } from './date-words.ts'

it.each([
  ['Mai', 5],
  ['agosto', 8],
  ['févr.', 2],
  ['Mär.', 3],
  ['Desember', 12],
  ['января', 1],
  ['Αυγούστου', 8],
  ['Sept', 9],
  ['Maypole', 5],
  ['Monday', 0],
])('%s', (name, month) => {
  expect(monthOf(name)).toBe(month)
})
