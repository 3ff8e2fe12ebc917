import { expect, it } from 'vitest'
import { aCount, told } from '../test/tellings.ts'
import type { Telling } from './types.ts'

const shape = (tellings: readonly Telling[]) => tellings.map(({ kind, events }) => `${kind}: ${events.map(({ type }) => type).join(' ')}`)

it('ties the events of one operation together; movements and steps of a case are tellings of their own', () => {
  expect(
    shape(
      told([
        { type: 'raid_search', counts: [] },
        {},
        { type: 'arrest_detention', occurred: null, counts: [aCount('arrested', 2)], nationalities: ['CN'] },
        { type: 'repatriation', occurred: '2025-07-29', counts: [aCount('repatriated', 14)] },
        { type: 'charge_indictment', occurred: null, counts: [aCount('charged', 2)] },
      ]),
    ),
  ).toEqual(['incident: raid_search rescue_release arrest_detention', 'incident: repatriation', 'incident: charge_indictment'])
})

it('leaves plans, allegations, denials, policy and information alone', () => {
  expect(
    shape(
      told([
        {},
        { type: 'repatriation', status: 'planned' },
        { status: 'denied' },
        { type: 'exploitation_reported', status: 'alleged' },
        { type: 'advisory_warning', counts: [] },
      ]),
    ),
  ).toEqual(['incident: rescue_release', 'event: repatriation', 'event: rescue_release', 'event: exploitation_reported', 'event: advisory_warning'])
})

it.each([
  ['other days', { occurred: '2025-05-02' }],
  ['another country', { country: 'MM' }],
  ['another place', { place: 'Bavet' }],
  ['another number', { counts: [aCount('rescued', 9)] }],
])('keeps two rescues of %s apart', (_, other) => {
  expect(shape(told([{}, other]))).toEqual(['incident: rescue_release', 'incident: rescue_release'])
})

it('takes an undated smaller number for a part', () => {
  expect(shape(told([{}, { occurred: null, counts: [aCount('rescued', 5)] }]))).toEqual(['incident: rescue_release rescue_release'])
})

it('never takes the place where people are cared for', () => {
  expect(told([{ type: 'assistance_shelter', place: 'Shelter Street' }])[0]?.places).toEqual([])
})
