import { expect, test } from 'vitest'
import { newId } from './ids.ts'

test('ids carry their prefix, differ, and those of one moment lie together', () => {
  const early = newId('evt', Date.UTC(2026, 0, 1))
  const late = newId('evt', Date.UTC(2026, 0, 2))
  expect(early).toMatch(/^evt_[0-9a-hjkmnp-tv-z]{26}$/)
  expect(early < late).toBe(true)
  expect(new Set(Array.from({ length: 1000 }, () => newId('doc'))).size).toBe(1000)
})
