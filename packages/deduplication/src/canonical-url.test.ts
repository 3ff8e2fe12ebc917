import { expect, it } from 'vitest'
import { canonicalUrl } from './canonical-url.ts'

it.each([
  ['http://www.delta-herald.example/a/b/?utm_source=x&id=3&fbclid=1#top', 'https://delta-herald.example/a/b?id=3'],
  ['https://m.delta-herald.example/a', 'https://delta-herald.example/a'],
  ['https://delta-herald.example/a/amp/', 'https://delta-herald.example/a'],
  ['https://delta-herald.example/a.amp.html', 'https://delta-herald.example/a.html'],
  ['https://www-delta--herald-example.cdn.ampproject.org/c/s/www.delta-herald.example/a', 'https://delta-herald.example/a'],
  ['https://www.google.com/amp/s/delta-herald.example/a', 'https://delta-herald.example/a'],
  ['https://delta-herald.example:443/a?b=2&a=1', 'https://delta-herald.example/a?a=1&b=2'],
  ['https://delta-herald.example/news/index.html', 'https://delta-herald.example/news'],
  ['HTTPS://Delta-Herald.example', 'https://delta-herald.example/'],
  ['https://m.example/a', 'https://m.example/a'],
])('%s is %s', (address, expected) => {
  expect(canonicalUrl(address)).toBe(expected)
  expect(canonicalUrl(canonicalUrl(address))).toBe(expected)
})

it.each(['not an address', 'mailto:a@b.example', ''])('%j stays as it is', (address) => {
  expect(canonicalUrl(address)).toBe(address)
})

it('keeps what names another page', () => {
  expect(canonicalUrl('https://a.example/n?id=1')).not.toBe(canonicalUrl('https://a.example/n?id=2'))
  expect(canonicalUrl('https://a.example/N')).not.toBe(canonicalUrl('https://a.example/n'))
})
