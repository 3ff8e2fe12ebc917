import { describe, expect, it } from 'vitest'
import { aCount, type EventFields, tellingOf } from '../test/tellings.ts'
import { compare } from './compare.ts'

describe('the same', () => {
  it.each<[string, EventFields, EventFields]>([
    ['told in other words', {}, {}],
    ['a day in one, none in the other', {}, { occurred: null }],
    ['a town and its province', { place: 'Poipet' }, { place: 'Poipet City' }],
    ['no day at all, told together', { occurred: null }, { occurred: null, place: null }],
    ['a number near it', { counts: [aCount('rescued', 15)] }, {}],
    ['another script', { place: '波贝' }, {}],
    [
      'two sides of a border',
      { type: 'handover_border', counts: [aCount('handed_over', 14)] },
      { type: 'handover_border', counts: [aCount('handed_over', 14)], country: 'TH' },
    ],
  ])('%s', (_, a, b) => {
    expect(compare(tellingOf(a), tellingOf(b)).verdict).toBe('same')
  })
})

describe('different, by veto', () => {
  it.each<[string, EventFields, EventFields]>([
    ['different_country', {}, { country: 'MM' }],
    ['different_days', {}, { occurred: '2025-07-24' }],
    ['numbers_differ', {}, { counts: [aCount('rescued', 67)] }],
    ['different_step', {}, { type: 'charge_indictment', counts: [aCount('charged', 14)] }],
    ['different_type', { type: 'advisory_warning' }, { type: 'law_policy_change' }],
    ['different_status', { type: 'repatriation', status: 'planned' }, { type: 'repatriation', status: 'alleged' }],
    ['told_before_it_happened', { occurred: '2025-07-22' }, { occurred: null }],
  ])('%s', (reason, a, b) => {
    const { verdict, reasons } = compare(tellingOf(a), tellingOf(b))
    expect({ verdict, reasons }).toEqual({ verdict: 'different', reasons: [`veto:${reason}`] })
  })

  it('same_document', () => {
    const one = tellingOf()
    expect(compare(one, { ...tellingOf(), document: one.document }).reasons).toEqual(['veto:same_document'])
  })
})

it('an arrest and a release on the next day in one town may be one operation, and are not merged', () => {
  const arrest = tellingOf({ type: 'arrest_detention', occurred: '2025-07-15', counts: [aCount('arrested', 9)], exploitation: [] })
  expect(compare(arrest, tellingOf({ exploitation: [] })).verdict).toBe('maybe')
})

it('says maybe when little speaks for it and nothing against', () => {
  const little: EventFields = { type: 'arrest_detention', place: null, counts: [aCount('arrested', 1)], nationalities: [], exploitation: [] }
  const { verdict, reasons } = compare(tellingOf(little), tellingOf(little))
  expect(verdict).toBe('maybe')
  expect(reasons).toEqual(['same_day', 'same_country', 'same_types', 'same_number'])
})

it('a part of the people does not contradict the whole', () => {
  const whole = tellingOf({ type: 'arrest_detention', counts: [aCount('detained', 262)], nationalities: ['CN', 'TH', 'VN'] })
  const part = tellingOf({ type: 'arrest_detention', counts: [aCount('detained', 44)], nationalities: ['TH'] })
  expect(compare(whole, part).verdict).toBe('same')
})

it('copies of one text tell the same, even where a reader read them differently', () => {
  expect(compare(tellingOf({ place: null, counts: [] }), tellingOf({ occurred: null, nationalities: [] }, { duplicate_of: 'doc_x' })).verdict).not.toBe('same')
  expect(
    compare(tellingOf({ place: null, counts: [] }, { duplicate_of: 'doc_x' }), tellingOf({ occurred: null, nationalities: [] }, { duplicate_of: 'doc_x' }))
      .verdict,
  ).toBe('same')
})
