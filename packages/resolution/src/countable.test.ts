import type { Count, Reading } from '@tipwire/domain'
import { expect, it } from 'vitest'
import { countable } from './countable.ts'

const evidence = [{ field: 'text' as const, start: 0, end: 5, quote: 'Words' }]
const count = (more: Partial<Count>): Count => ({ measure: 'rescued', min: 1, max: 1, qualifier: 'exact', evidence, ...more })

it.each([
  ['people', count({ min: 14, max: null }), true],
  ['two and a half people', count({ min: 2.5, max: 2.5 }), false],
  ['more people than there are', count({ min: 9_999_999_999, max: null }), false],
  ['a part of that size', count({ by_nationality: { TH: 9_999_999_999, KE: null } }), false],
  ['years, which may be half', count({ measure: 'sentenced_years', min: 2.5, max: 2.5 }), true],
])('%s: kept: %#', (_name, given, kept) => {
  const event = { type: 'rescue_release', status: 'happened', occurred: null, country: null, place: null } as const
  const reading: Reading = {
    relevant: true,
    events: [{ ...event, counts: [given], nationalities: [], exploitation: [], actors: [], evidence }],
    statistics: [],
  }
  expect(countable(reading).events).toEqual([{ ...reading.events[0], counts: kept ? [given] : [] }])
})

it('leaves out figures that are no whole number', () => {
  const figure = {
    measure: 'rescued',
    kind: 'cumulative',
    basis: 'official',
    qualifier: 'exact',
    nationalities: [],
    country: null,
    as_of: null,
    evidence,
  } as const
  const figures = [650, 2.5, 1e30].map((value) => ({ ...figure, nationalities: [], evidence, min: value, max: null }))
  expect(countable({ relevant: true, events: [], statistics: figures }).statistics).toEqual([figures[0]])
})
