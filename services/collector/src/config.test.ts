import { UsageError } from '@tipwire/domain'
import { expect, test } from 'vitest'
import { readCollectorSettings } from './config.ts'

test('a contact stands in the user agent, which keeps the name that robots.txt addresses', () => {
  const { userAgent } = readCollectorSettings({ TIPWIRE_CONTACT: 'desk@lorria-watch.example' })
  expect(userAgent).toMatch(/^Tipwire\/\d/)
  expect(userAgent).toContain('contact: desk@lorria-watch.example')
})

test("an operator's own user agent goes before", () => {
  expect(readCollectorSettings({ USER_AGENT: 'Ours/1', TIPWIRE_CONTACT: 'desk@lorria-watch.example' })).toEqual({ userAgent: 'Ours/1' })
})

test.each(['two words', 'a\r\nX-Header: b', 'x'.repeat(201)])('a contact that would break the header is refused: %j', (contact) => {
  expect(() => readCollectorSettings({ TIPWIRE_CONTACT: contact })).toThrow(UsageError)
})

test('a pace is given in seconds; none given leaves it to the host', () => {
  expect(readCollectorSettings({ HOST_PACE_S: '0.5' })).toEqual({ hostPaceMs: 500 })
  expect(readCollectorSettings({})).toEqual({})
})
