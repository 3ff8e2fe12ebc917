import { expect, it } from 'vitest'
import { aCount, resolverFixture, type TestDocument } from './resolver-fixture.ts'

const day = (n: number) => `2025-07-${String(n).padStart(2, '0')}T08:00:00+07:00`
const home: NonNullable<TestDocument['events']>[number] = {
  type: 'repatriation',
  occurred: '2025-07-24',
  place: null,
  counts: [aCount('repatriated', 14)],
  exploitation: [],
}

/** An operation told by four outlets with a number in conflict, its twin, what follows, a denial, and figures. */
const documents: TestDocument[] = [
  { publisher: 'Delta Herald', published_at: day(17), text: 'a', events: [{}, { type: 'raid_search', counts: [] }], statistics: [{}] },
  {
    publisher: 'Lantern Daily',
    published_at: day(18),
    text: 'b',
    events: [{ counts: [aCount('rescued', 15)] }],
    statistics: [{ said_by: null, basis: 'unattributed' }],
  },
  {
    publisher: 'Embassy of India',
    kind: 'embassy',
    actor: 'Embassy of India, Phnom Penh',
    published_at: day(17),
    text: 'c',
    events: [{ occurred: null, place: null }],
  },
  {
    publisher: 'Harbour Times',
    published_at: day(18),
    text: 'd',
    events: [{ place: 'Poipet City' }, { type: 'arrest_detention', counts: [aCount('arrested', 2)], nationalities: ['CN'] }],
  },
  { publisher: 'Harbour Times', published_at: day(19), text: 'e', events: [{ occurred: '2025-07-18', place: 'Bavet', counts: [aCount('rescued', 31)] }] },
  {
    publisher: 'Delta Herald',
    published_at: day(25),
    text: 'f',
    events: [home],
    statistics: [{ min: 600, max: 600, qualifier: 'exact', as_of: '2025-07-24' }],
  },
  { publisher: 'Quay Post', published_at: day(20), text: 'g', events: [{ status: 'denied' }] },
  { publisher: 'Quay Post', published_at: day(20), text: 'h', events: [{ type: 'advisory_warning', place: null, counts: [] }] },
]

/** All that the views show, without ids, versions and times of the store. */
async function stateAfter(order: readonly TestDocument[], workers: number): Promise<unknown> {
  await using wire = await resolverFixture()
  const waiting = [...order]
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await wire.add(next)
    }),
  )
  return {
    incidents: await wire.rows(`
      select i.title, i.timeline_date, i.rescued, i.arrested, i.repatriated, i.numbers_disputed, i.nationalities, i.place, i.reports, i.independent_sources, i.verification, f.title as follows,
        cardinality(i.maybe_same_as) as doubts, i.first_reported_at
      from tipwire.incidents i left join tipwire.incidents f on f.incident_id = i.follows order by 1, 2, 3`),
    events: await wire.rows(
      'select type, status, title, people_text, place, incident_id is null as alone, reports, independent_sources, verification, bodies, by_nationality from tipwire.events order by 1, 2, 3, 4',
    ),
    reports: await wire.rows(
      'select e.title, r.publisher, r.role, r.origin_id from tipwire.reports r join tipwire.events e using (event_id) order by 1, 2, 3, 4',
    ),
    evidence: await wire.rows(
      'select e.title, v.field, v.value_text, v.agrees, r.publisher from tipwire.evidence v join tipwire.events e using (event_id) join tipwire.reports r using (report_id, event_id) order by 1, 2, 3, 4, 5',
    ),
    statistics: await wire.rows(
      'select value_text, to_date, said_by, series_break, series_id, reports, independent_sources from tipwire.statistics order by 1, 2',
    ),
  }
}

it('the same documents in any order, by one worker or four, give the same state', async () => {
  const expected = await stateAfter(documents, 1)
  expect(expected).toMatchObject({
    incidents: [{ rescued: 14 }, { repatriated: 14, follows: '14 people (India) released from a scam compound' }, { rescued: 31 }],
  })
  expect(await stateAfter(documents.toReversed(), 1)).toEqual(expected)
  expect(
    await stateAfter(
      [3, 6, 0, 5, 2, 7, 1, 4].map((n) => documents[n] as TestDocument),
      1,
    ),
  ).toEqual(expected)
  expect(await stateAfter(documents, 4)).toEqual(expected)
})
