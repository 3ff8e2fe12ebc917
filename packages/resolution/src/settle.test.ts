import { describe, expect, it } from 'vitest'
import { aCount, tellingOf, told } from '../test/tellings.ts'
import { settle } from './settle.ts'
import type { Telling } from './types.ts'

const later = '2025-07-19T08:00:00Z'
const embassy = { source_kind: 'embassy', source_actor: 'Embassy of India, Phnom Penh', publisher: 'Embassy of India' } as const
const rescued = (value: number, document: Parameters<typeof tellingOf>[1] = {}, event: Parameters<typeof tellingOf>[0] = {}): Telling =>
  tellingOf({ counts: [aCount('rescued', value)], ...event }, document)
const incidentOf = (...tellings: Telling[]) => settle(tellings).incident

describe('the number that is shown', () => {
  it.each<[string, Telling[], number, boolean]>([
    ['the lowest of two outlets', [rescued(15), rescued(14)], 14, true],
    ["a body's own number before a lower one", [rescued(15, embassy), rescued(14)], 15, true],
    ['the latest of one outlet', [rescued(12, { publisher: 'Delta Herald' }), rescued(14, { publisher: 'Delta Herald', published_at: later })], 14, false],
    [
      'an exact number before a vague later one',
      [
        rescued(14, { publisher: 'A' }),
        tellingOf({ counts: [aCount('rescued', 10, { max: null, qualifier: 'more_than' })] }, { publisher: 'A', published_at: later }),
      ],
      14,
      false,
    ],
    ['of bounds the lower end', [tellingOf({ counts: [aCount('rescued', 10, { max: null, qualifier: 'at_least' })] })], 10, false],
    [
      'a corrected page before copies of its first version',
      [
        rescued(14, { document_id: 'doc_v2', duplicate_of: 'doc_v1', version_no: 2, publisher: 'A' }),
        rescued(15, { duplicate_of: 'doc_v1', published_at: later }),
      ],
      14,
      false,
    ],
    [
      'the number of an original before that of its late copy',
      [
        rescued(15, { document_id: 'doc_o', publisher: 'A' }),
        rescued(14, { publisher: 'A', published_at: '2025-07-18T08:00:00Z' }),
        rescued(15, { duplicate_of: 'doc_o', published_at: later, publisher: 'A' }),
      ],
      14,
      false,
    ],
  ])('%s', (_, tellings, expected, disputed) => {
    expect(incidentOf(...tellings)?.columns).toMatchObject({ rescued: expected, numbers_disputed: disputed })
    expect(incidentOf(...tellings.toReversed())?.columns).toMatchObject({ rescued: expected, numbers_disputed: disputed })
  })

  it('is never a sum, neither over reports nor over events', () => {
    const tellings = [told([{}, { type: 'victim_identification', counts: [aCount('victims', 9)] }])[0] as Telling, rescued(14)]
    expect(incidentOf(...tellings)?.columns).toMatchObject({ rescued: 14, victims: 9, arrested: null })
  })
})

describe('origins', () => {
  const quoted = { announced_by: { name: 'the Indian Embassy in Cambodia', attribution: 'direct_quote' } } as const
  it.each<[string, Telling[], number, string]>([
    ['two outlets', [rescued(14), rescued(14)], 2, 'corroborated'],
    ['one outlet twice', [rescued(14, { publisher: 'A' }), rescued(14, { publisher: 'A' })], 1, 'reported'],
    ['a copy', [rescued(14, { document_id: 'doc_o2' }), rescued(14, { duplicate_of: 'doc_o2' })], 1, 'reported'],
    ["a body's own post and reports of it", [rescued(14, embassy), rescued(14, {}, quoted)], 1, 'official'],
    ['one quoted statement in two outlets', [rescued(14, {}, quoted), rescued(14, {}, quoted)], 1, 'official'],
    ['a paraphrase', [rescued(14, {}, { announced_by: { name: 'Embassy of India', attribution: 'paraphrase' } })], 1, 'reported'],
    [
      'words of a body that is not responsible',
      [rescued(14, {}, { announced_by: { name: 'Lantern Foundation', attribution: 'direct_quote' } })],
      1,
      'reported',
    ],
    ['one agency', [rescued(14, { agency: 'PTI' }), rescued(14, { agency: 'PTI' })], 1, 'reported'],
  ])('%s', (_, tellings, independent, verification) => {
    const incident = incidentOf(...tellings)
    expect({ independent: incident?.independent_sources, verification: incident?.columns.verification, reports: incident?.reports.length }).toEqual({
      independent,
      verification,
      reports: tellings.length,
    })
  })

  it('a denial makes it disputed and is a report of its own', () => {
    const incident = incidentOf(rescued(14), rescued(14), tellingOf({ status: 'denied' }, { published_at: later }))
    expect(incident?.columns.verification).toBe('disputed')
    expect(incident?.reports.map(({ role }) => role)).toEqual(['first', 'repeats', 'denies'])
  })

  it('a post shown inside a document of the same incident is no report beside it', () => {
    expect(incidentOf(rescued(14, { document_id: 'doc_p' }), rescued(14, { parent_document_id: 'doc_p' }))?.reports).toHaveLength(1)
  })
})

it('a page that shows the post of a body has its origin, and so have its copies', () => {
  const incident = incidentOf(
    rescued(14, { ...embassy, document_id: 'doc_post' }),
    rescued(14, { document_id: 'doc_page' }),
    rescued(14, { document_id: 'doc_shown', parent_document_id: 'doc_page', duplicate_of: 'doc_post' }),
    rescued(14, { duplicate_of: 'doc_page' }),
  )
  expect(incident?.reports).toHaveLength(3)
  expect(new Set(incident?.reports.map(({ origin_id }) => origin_id))).toEqual(new Set(['statement of embassy IN']))
})

it('says what each report adds', () => {
  const incident = incidentOf(
    rescued(15, { publisher: 'A' }),
    rescued(15, { publisher: 'B', published_at: '2025-07-18T08:00:00Z' }),
    rescued(14, { publisher: 'A', published_at: '2025-07-18T09:00:00Z' }),
    told([{}, { type: 'raid_search', counts: [] }], { published_at: later })[0] as Telling,
  )
  expect(incident?.reports.map(({ role }) => role)).toEqual(['first', 'repeats', 'corrects', 'adds'])
})

it('keeps losing words as evidence', () => {
  const [event] = settle([rescued(14), rescued(15)]).events
  expect(
    event?.evidence
      .filter(({ field }) => field === 'people')
      .map(({ value_text, agrees }) => [value_text, agrees])
      .sort(),
  ).toEqual([
    ['14', true],
    ['15', false],
  ])
})

describe('dates for charts', () => {
  it.each([
    ['day', { occurred: '2025-07-16' }, '2025-07-16'],
    ['period', { occurred: '2025-07-10/2025-07-16' }, '2025-07-13'],
    ['announced', { occurred: null, announced_by: { name: 'Coast Police', attribution: 'paraphrase' } }, '2025-07-17'],
    ['first_reported', { occurred: null }, '2025-07-17'],
  ] as const)('%s', (timeline_basis, event, timeline_date) => {
    expect(incidentOf(tellingOf(event))?.columns).toMatchObject({ timeline_basis, timeline_date })
  })
})

it('writes neutral titles', () => {
  const titleOf = (event: Parameters<typeof tellingOf>[0]) => settle([tellingOf(event)]).events[0]?.columns.title
  expect(titleOf({})).toBe('14 people (India) released from a scam compound')
  expect(titleOf({ type: 'repatriation', status: 'planned', counts: [aCount('repatriated', 14)], to_country: 'IN', exploitation: [] })).toBe(
    'Planned: 14 people (India) returned to India',
  )
  expect(titleOf({ type: 'arrest_detention', counts: [aCount('arrested', 1)], nationalities: [], exploitation: ['forced_labour'] })).toBe(
    '1 person arrested (forced labour)',
  )
  expect(titleOf({ type: 'advisory_warning', counts: [] })).toBe('Warning about Cambodia')
})
