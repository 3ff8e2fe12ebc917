import { expect, test } from 'vitest'
import { count, event } from '../test/labels.ts'
import { align } from './align.ts'

const first = event('rescue_release', { country: 'KH', counts: [count('rescued', 14)] })
const second = event('rescue_release', { country: 'MM', counts: [count('rescued', 3)] })

test('events are paired with those they have most in common with, whatever their order', () => {
  expect(align([first, second], [second, first]).pairs).toEqual([
    [first, first],
    [second, second],
  ])
})

test('events of another type are no pair', () => {
  const other = event('escape', { country: 'KH' })
  expect(align([first], [other])).toEqual({ pairs: [], missed: [first], extra: [other] })
})

test('an event is paired once', () => {
  expect(align([first], [first, { ...first }])).toMatchObject({ pairs: [[first, first]], missed: [], extra: [first] })
})
