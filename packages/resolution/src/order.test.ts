import { describe, expect, it } from 'vitest'
import { Memory, stateAtOnce, statisticsOf } from '../test/memory.ts'
import { randomOf, randomWorld, shuffled } from '../test/random-world.ts'
import { clusterTellings, matchesAmong } from './cluster.ts'
import { compare, isVetoed } from './compare.ts'
import { tell } from './tell.ts'

const seeds = Array.from({ length: 16 }, (_, index) => index + 1)

describe('the order in which documents come', () => {
  it.each(seeds)('changes nothing in the state (seed %i)', (seed) => {
    const world = randomWorld(seed, 40)
    const expected = stateAtOnce(world)
    const random = randomOf(seed * 7919)
    for (let round = 0; round < 4; round++) {
      const order = shuffled(world, random)
      expect(stateAtOnce(order)).toEqual(expected)
      const memory = new Memory()
      for (const input of order) memory.add(input)
      expect(memory.state).toEqual(expected)
    }
  })

  it.each(seeds)('changes nothing when documents come, go and come again (seed %i)', (seed) => {
    const world = randomWorld(seed, 24)
    const random = randomOf(seed * 104729)
    const memory = new Memory()
    for (const input of shuffled(world, random)) memory.add(input)
    const gone = world.filter(() => random() < 0.3)
    for (const { document } of shuffled(gone, random)) memory.remove(document.document_id)
    expect(memory.state).toEqual(stateAtOnce(world.filter((input) => !gone.includes(input))))
    for (const input of shuffled(gone, random)) memory.add(input)
    expect(memory.state).toEqual(stateAtOnce(world))
  })

  it.each(seeds)('changes no statistic (seed %i)', (seed) => {
    const world = randomWorld(seed, 60)
    expect(statisticsOf(shuffled(world, randomOf(seed)))).toEqual(statisticsOf(world))
  })
})

it('the same documents again give the same ids', () => {
  const world = randomWorld(3, 40)
  const memory = new Memory()
  for (const input of world) memory.add(input)
  const ids = memory.clusterIds
  for (const input of shuffled(world, randomOf(11))) memory.add(input)
  expect(memory.clusterIds).toEqual(ids)
})

it.each(seeds)('no group holds two tellings that a veto keeps apart, or two of one document (seed %i)', (seed) => {
  const tellings = randomWorld(seed, 60).flatMap(({ document, reading }) => tell(document, reading))
  for (const cluster of clusterTellings(tellings, matchesAmong(tellings))) {
    const incidents = cluster.filter(({ kind }) => kind === 'incident')
    expect(new Set(incidents.map(({ document }) => document.document_id)).size).toBe(incidents.length)
    expect(cluster.some((a) => cluster.some((b) => a !== b && isVetoed(compare(a, b))))).toBe(false)
  }
})

it('the comparison has no sides', () => {
  const tellings = randomWorld(5, 60).flatMap(({ document, reading }) => tell(document, reading))
  for (const a of tellings) for (const b of tellings) expect(compare(a, b)).toEqual(compare(b, a))
})

it('worlds hold what the tests are about: groups, doubts, vetoes, links', () => {
  const tellings = randomWorld(1, 60).flatMap(({ document, reading }) => tell(document, reading))
  const verdicts = new Set(matchesAmong(tellings).map(({ comparison }) => comparison.verdict))
  expect(verdicts).toEqual(new Set(['same', 'maybe']))
  const state = stateAtOnce(randomWorld(1, 60)) as { name: string; follows: string | null }[]
  expect(state.some(({ name }) => name.split(' ').length > 2)).toBe(true)
  expect(state.some(({ follows }) => follows !== null)).toBe(true)
})
