import { expect, it } from 'vitest'
import { randomOf, storyOf } from '../test/story.ts'
import { bandsOf, estimatedJaccard, minhash } from './minhash.ts'
import { jaccard, shinglesOf } from './shingles.ts'

/** Two sets of random shingles that have about the given similarity. */
function pairWith(similarity: number, seed: number): [Set<number>, Set<number>] {
  const random = randomOf(seed)
  const number = () => Math.floor(random() * 2 ** 32)
  const size = 300
  const common = Array.from({ length: Math.round((2 * size * similarity) / (1 + similarity)) }, number)
  const own = () => Array.from({ length: size - common.length }, number)
  return [new Set([...common, ...own()]), new Set([...common, ...own()])]
}

const seeds = Array.from({ length: 300 }, (_, index) => index + 1)

it.each([0.2, 0.5, 0.8, 0.95])('estimates a Jaccard of %d within 0.03 on average', (similarity) => {
  const errors = seeds.map((seed) => {
    const [a, b] = pairWith(similarity, seed)
    return estimatedJaccard(minhash(a), minhash(b)) - jaccard(a, b)
  })
  expect(Math.abs(errors.reduce((sum, error) => sum + error, 0) / errors.length)).toBeLessThan(0.03)
})

it('finds 99 of 100 texts with Jaccard 0.8 by their bands, and few with 0.2', () => {
  const found = (similarity: number) =>
    seeds.filter((seed) => {
      const [a, b] = pairWith(similarity, seed)
      const bands = new Set(bandsOf(minhash(a)))
      return bandsOf(minhash(b)).some((band) => bands.has(band))
    }).length / seeds.length
  expect(found(0.8)).toBeGreaterThanOrEqual(0.99)
  expect(found(0.2)).toBeLessThan(0.2)
})

it('gives short texts full slots and empty texts no bands', () => {
  expect(minhash(shinglesOf(storyOf(1, 3).join(' ')))).toHaveLength(128)
  expect(bandsOf(minhash(new Set()))).toEqual([])
})
