import type { Count, Measure, Reading, ReadingStatistic } from '@tipwire/domain'

/** Amounts of time and money: they stand beside the count of an event, and may be broken. */
const AMOUNTS: ReadonlySet<Measure> = new Set(['sentenced_years', 'seized_value'])

/** As many as a column of people holds. */
const MOST_PEOPLE = 2_147_483_647

/**
 * A reading without numbers that can be no count: parts of people, more people than there ever were, figures that no whole number tells.
 * The events that they stood in stay. What a stranger writes must not keep the rest of a document from being resolved.
 */
export function countable(reading: Reading): Reading {
  return {
    ...reading,
    events: reading.events.map((event) => ({ ...event, counts: event.counts.filter(isCount) })),
    statistics: reading.statistics.filter(isFigure),
  }
}

function isCount({ measure, min, max, by_nationality = {} }: Count): boolean {
  return AMOUNTS.has(measure) || [min, max, ...Object.values(by_nationality)].every((value) => value === null || (isWhole(value) && value <= MOST_PEOPLE))
}

function isFigure({ min, max }: ReadingStatistic): boolean {
  return [min, max].every((value) => value === null || isWhole(value))
}

const isWhole = (value: number): boolean => Number.isSafeInteger(value)
