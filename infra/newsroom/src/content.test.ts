import { expect, it } from 'vitest'
import { canaries, changes, expectedAfter, newsroomAt, outlets, poison, steps, trueSum, withoutFacts } from './index.ts'
import { rfc822 } from './render/feeds.ts'

const storiesAt = (count: number) => newsroomAt(count).outlets.flatMap(({ stories }) => stories)
const idsAt = (count: number) => new Set(storiesAt(count).map((story) => story.id))
const reportsAt = (count: number) => {
  const { incidents, statistics, looseEvents } = expectedAfter(count)
  return [...incidents, ...statistics, ...looseEvents].flatMap(({ reports }) => reports)
}

it('has the size that it promises', () => {
  expect(outlets.length).toBeGreaterThanOrEqual(8)
  expect(storiesAt(0).length).toBeGreaterThanOrEqual(40)
  expect(expectedAfter(0).incidents.length).toBeGreaterThanOrEqual(14)
  expect(expectedAfter(0).incidents.filter(({ reports }) => reports.length >= 2).length).toBeGreaterThanOrEqual(5)
})

it('gives every story an id of its own, in the folder of its outlet', () => {
  for (let count = 0; count <= steps.length; count++) {
    expect(idsAt(count).size).toBe(storiesAt(count).length)
    for (const { outlet, stories } of newsroomAt(count).outlets) for (const story of stories) expect(story.id.split('/')[0]).toBe(outlet.id)
  }
})

it('expects reports only from stories that stand at that time', () => {
  for (let count = 0; count <= steps.length; count++) {
    const ids = idsAt(count)
    expect(reportsAt(count).filter((id) => !ids.has(id))).toEqual([])
  }
})

it('says of every story what comes from it', () => {
  const known = new Set([...reportsAt(steps.length), ...reportsAt(0), ...withoutFacts, poison])
  expect(storiesAt(steps.length).filter(({ id }) => !known.has(id))).toEqual([])
})

it('expects a change for every step, in order', () => {
  expect(changes.map(({ step }) => step)).toEqual(steps.map(({ name }) => name))
})

it('links incidents by keys that exist, doubts in both directions', () => {
  const { incidents } = expectedAfter(steps.length)
  const byKey = new Map(incidents.map((incident) => [incident.key, incident]))
  for (const incident of incidents) {
    if (incident.follows) expect(byKey.has(incident.follows)).toBe(true)
    for (const other of incident.maybe_same_as ?? []) expect(byKey.get(other)?.maybe_same_as).toContain(incident.key)
  }
})

it('sums figures as a person would', () => {
  const before = expectedAfter(0)
  expect(trueSum(before, 'rescued')).toBe(14 + 17 + 43 + 15 + 42 + 30 + 9 + 10 + 11 + 18)
  expect(trueSum(before, 'arrested')).toBe(1 + 1 + 5 + 3 + 2 + 2 + 7)
  expect(trueSum(expectedAfter(3), 'rescued')).toBe(14 + 17 + 43 + 14 + 42 + 9 + 10 + 11 + 18)
  expect(trueSum({ ...before, incidents: [] }, 'dead')).toBeNull()
})

it('holds every canary somewhere in its stories', () => {
  const text = JSON.stringify(storiesAt(steps.length))
  expect(canaries.filter((name) => !text.toLowerCase().includes(name.toLowerCase()))).toEqual([])
})

it('prints dates of feeds in the zone of the outlet', () => {
  expect(rfc822('2024-07-21T07:51:00+05:30')).toBe('Sun, 21 Jul 2024 07:51:00 +0530')
  expect(rfc822('2024-12-18T23:00:00+00:00')).toBe('Wed, 18 Dec 2024 23:00:00 +0000')
})

it('makes a poison of three megabytes', () => {
  const story = storiesAt(0).find(({ id }) => id === poison)
  expect(story?.makeBody?.().length).toBeGreaterThan(3_000_000)
})
