import { expect, test } from 'vitest'
import { etagOf, matches } from './etag.ts'

test('equal bodies have equal tags, others do not', () => {
  expect(etagOf('a')).toBe(etagOf(Buffer.from('a')))
  expect(etagOf('a')).not.toBe(etagOf('b'))
})

test('a tag is found in a list, strong or weak, and behind a star', () => {
  const etag = etagOf('a')
  expect(matches(`"other", ${etag}`, etag)).toBe(true)
  expect(matches(etag.slice(2), etag)).toBe(true)
  expect(matches('*', etag)).toBe(true)
  expect(matches(etagOf('b'), etag)).toBe(false)
  expect(matches(undefined, etag)).toBe(false)
})
