import { expect, test } from 'vitest'
import { sameName, samePlace } from './same-name.ts'

test.each([
  ['Embassy of India, Phnom Penh', 'Embassy of India in Phnom Penh', true],
  ['NAPTIP', 'National Agency (NAPTIP)', true],
  ['Policía Nacional', 'policia nacional', true],
  ['Hanoi Police', 'Hue Police', false],
  ['the', 'the', false],
])('%s and %s: %s', (a, b, same) => {
  expect(sameName(a, b)).toBe(same)
  expect(sameName(b, a)).toBe(same)
})

test.each([
  ['Bavet', 'Bavet City', true],
  ['Córdoba', 'cordoba', true],
  ['Ho', 'Hohoe', false],
  ['Ho', 'ho', true],
  ['Mae Sot', 'Mae Sai', false],
])('the places %s and %s: %s', (a, b, same) => {
  expect(samePlace(a, b)).toBe(same)
  expect(samePlace(b, a)).toBe(same)
})
