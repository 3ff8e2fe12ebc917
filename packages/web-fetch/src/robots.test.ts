import { expect, test } from 'vitest'
import { askRobots } from './robots.ts'

const page = 'https://courier.example/world/eleven-found?page=2'
const lines = (...all: string[]) => all.join('\n')

test.each([
  ['an empty file', '', true],
  ['a page instead of a file', '<!doctype html><html><body>Not found</body></html>', true],
  ['a refusal of all', lines('User-agent: *', 'Disallow: /'), false],
  ['a refusal of somebody else', lines('User-agent: OtherBot', 'Disallow: /'), true],
  ['a refusal of us by name, in any case', lines('User-agent: tipwire', 'Disallow: /world/', '', 'User-agent: *', 'Allow: /'), false],
  ['leave for us by name', lines('User-agent: *', 'Disallow: /', '', 'User-agent: Tipwire', 'Disallow: /admin/'), true],
  ['a longer rule that allows', lines('User-agent: *', 'Disallow: /world/', 'Allow: /world/eleven'), true],
  ['a pattern', lines('User-agent: *', 'Disallow: /*?page='), false],
  ['a pattern that ends elsewhere', lines('User-agent: *', 'Disallow: /*?page=$'), true],
])('%s', (_name, robots, allowed) => {
  expect(askRobots(robots, page).allowed).toBe(allowed)
})

test('Crawl-delay is kept to, within a minute', () => {
  const delay = (value: string) => askRobots(lines('User-agent: *', `Crawl-delay: ${value}`), page).delayMs
  expect([delay('2.5'), delay('86400'), delay('-3'), delay('soon')]).toEqual([2500, 60_000, 0, 0])
  expect(askRobots('', page).delayMs).toBe(0)
})

test('a file made to be slow is read in time', () => {
  const hostile = lines('User-agent: *', ...Array.from({ length: 10_000 }, () => `Disallow: /${'*a'.repeat(20)}$`))
  const since = performance.now()
  expect(askRobots(hostile, `https://courier.example/${'a'.repeat(100)}b`).allowed).toBe(true)
  expect(performance.now() - since).toBeLessThan(2000)
})
