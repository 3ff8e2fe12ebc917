import type { Labels } from './labelled-document.ts'
import { figureOf } from './slots.ts'

/** Numbers of people of one document: how many are labelled, how many of them were given at all, how many with the right kind. */
export type FigureKinds = Readonly<{ expected: number; found: number; right: number }>

const noPeople = new Set(['sentenced_years', 'seized_value'])

/** Compares the kinds of numbers of people: an event's own (`event`, or `planned`) against running totals, estimates and so on. */
export function compareFigures(expected: Labels, given: Labels): FigureKinds {
  const wanted = figuresOf(expected)
  const found = figuresOf(given)
  const values = new Set([...found.values()].map(({ value }) => value))
  const seen = [...wanted.entries()].filter(([, { value }]) => values.has(value))
  return { expected: wanted.size, found: seen.length, right: seen.filter(([key]) => found.has(key)).length }
}

/** How many labelled statistics were given as the count of an event that took place, although no event has that number. */
export function statisticsAsEvents(expected: Labels, given: Labels): number {
  const own = new Set(expected.events.flatMap(({ counts }) => counts.map(figureOf)))
  const told = new Set(given.events.filter(({ status }) => status !== 'planned').flatMap(({ counts }) => counts.map(figureOf)))
  return expected.statistics.map(figureOf).filter((value) => told.has(value) && !own.has(value)).length
}

/** Each number with its kind, once. */
function figuresOf({ events, statistics }: Labels): Map<string, { value: number | null }> {
  const counts = events.flatMap(({ counts, status }) =>
    counts.filter(({ measure }) => !noPeople.has(measure)).map((count) => [figureOf(count), status === 'planned' ? 'planned' : 'event'] as const),
  )
  const figures = [...counts, ...statistics.map((statistic) => [figureOf(statistic), statistic.kind] as const)]
  return new Map(figures.map(([value, kind]) => [`${value} ${kind}`, { value }]))
}
