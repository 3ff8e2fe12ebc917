import { describe, expect, it } from 'vitest'
import { isWall } from './wall.ts'

describe('a wall is known by its own words', () => {
  it.each([
    'Subscribe now to continue reading. Already a subscriber? Sign in.',
    'We value your privacy. We and our 743 partners store information on your device.',
    'Please enable JavaScript to view this page.',
    'Your browser is out of date. Update your browser to see this site.',
    'Checking your browser before you go on.',
    'Dieser Artikel ist nur für Abonnenten.',
  ])('%s', (text) => {
    expect(isWall(text)).toBe(true)
  })
})

describe('no wall is', () => {
  it.each([
    ['a short report', 'Eleven people were freed from a compound in Port Lorria on Friday, the governor said.'],
    ['an article that ends with an offer', `${'Eleven people were freed from a compound in Port Lorria on Friday. '.repeat(12)}Subscribe to continue reading.`],
  ])('%s', (_, text) => {
    expect(isWall(text)).toBe(false)
  })
})
