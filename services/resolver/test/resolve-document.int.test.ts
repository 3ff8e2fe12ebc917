import { expect, it } from 'vitest'
import { aCount, resolverFixture } from './resolver-fixture.ts'

const incidents = `select incident_id, title, rescued, reports, independent_sources, verification, numbers_disputed, version, follows, maybe_same_as from tipwire.incidents order by timeline_date, incident_id`

it('makes one incident of what several outlets tell, with its typed events, reports and words', async () => {
  await using wire = await resolverFixture()
  await wire.add({ publisher: 'Delta Herald', events: [{}, { type: 'raid_search', counts: [] }] })
  await wire.add({ publisher: 'Lantern Daily', published_at: '2025-07-18T08:00:00+07:00', events: [{}] })
  expect(await wire.rows(incidents)).toMatchObject([
    { title: '14 people (India) released from a scam compound', rescued: 14, reports: 2, independent_sources: 2, verification: 'corroborated', version: 2 },
  ])
  expect(await wire.rows('select type, reports from tipwire.events order by type')).toEqual([
    { type: 'raid_search', reports: 1 },
    { type: 'rescue_release', reports: 2 },
  ])
  expect(await wire.rows(`select role from tipwire.reports join tipwire.events using (event_id) where type = 'rescue_release' order by published_at`)).toEqual([
    { role: 'first' },
    { role: 'repeats' },
  ])
  expect(await wire.rows(`select count(*)::int as n from tipwire.evidence where field = 'people' and value_text = '14' and agrees`)).toEqual([{ n: 2 }])
})

it('resolves a document whose numbers no column can hold, without them', async () => {
  await using wire = await resolverFixture()
  const counts = [aCount('rescued', 9_999_999_999), aCount('arrested', 2.5)]
  await wire.add({ publisher: 'Delta Herald', events: [{ counts }], statistics: [{ min: 1e30 }, { min: 650 }] })
  expect(await wire.rows(incidents)).toMatchObject([{ rescued: null, reports: 1 }])
  expect(await wire.rows('select value_low::int as value_low from tipwire.statistics')).toEqual([{ value_low: 650 }])
})

it('counts a reprint as a report and raises no version', async () => {
  await using wire = await resolverFixture()
  const { document_id } = await wire.add({ publisher: 'Delta Herald', events: [{}] })
  await wire.add({ publisher: 'Lantern Daily', published_at: '2025-07-18T08:00:00+07:00', events: [{}], duplicate_of: document_id })
  expect(await wire.rows(incidents)).toMatchObject([{ reports: 2, independent_sources: 1, version: 1 }])
  await wire.publish()
  const changes = await wire.rows<{ object: string; reason: string; version: number }>(
    `select object, reason, version from tipwire.changes where commit_id = (select max(commit_id) from tipwire.changes) order by object`,
  )
  expect(changes.map(({ object }) => object)).toEqual(['event', 'incident', 'report'])
  expect(changes.every(({ reason, version }) => reason === 'new_report' && version !== 2)).toBe(true)
})

it('turns a correction into a new version that says what changed', async () => {
  await using wire = await resolverFixture()
  const { item_id } = await wire.add({ publisher: 'Delta Herald', events: [{ counts: [aCount('rescued', 15)] }] })
  const [before] = await wire.rows<{ incident_id: string }>(incidents)
  await wire.add({ publisher: 'Delta Herald', item_id, events: [{ counts: [aCount('rescued', 14)] }] })
  expect(await wire.rows(incidents)).toMatchObject([{ incident_id: before?.incident_id, rescued: 14, version: 2, reports: 1, numbers_disputed: false }])
  await wire.publish()
  const [change] = await wire.rows<{ diff: unknown }>(`select diff from tipwire.changes where object = 'event' and reason = 'correction'`)
  expect(change?.diff).toMatchObject({ people_low: [15, 14], people_text: ['15', '14'] })
})

it('takes all older versions back, also when one in between was never resolved', async () => {
  await using wire = await resolverFixture()
  const { item_id } = await wire.add({ publisher: 'Delta Herald', events: [{ counts: [aCount('rescued', 15)] }] })
  await wire.save({ publisher: 'Delta Herald', item_id, text: 'A version in between.', events: [] })
  await wire.add({ publisher: 'Delta Herald', item_id, events: [{ counts: [aCount('rescued', 13)] }] })
  expect(await wire.rows(incidents)).toMatchObject([{ rescued: 13, reports: 1, version: 2 }])
})

it('lets a publisher correct what others copied from its first version', async () => {
  await using wire = await resolverFixture()
  const { document_id, item_id } = await wire.add({ publisher: 'Delta Herald', events: [{ counts: [aCount('rescued', 15)] }] })
  await wire.add({
    publisher: 'Lantern Daily',
    published_at: '2025-07-19T08:00:00+07:00',
    events: [{ counts: [aCount('rescued', 15)] }],
    duplicate_of: document_id,
  })
  await wire.add({ publisher: 'Delta Herald', item_id, events: [{ counts: [aCount('rescued', 14)] }] })
  expect(await wire.rows(incidents)).toMatchObject([{ rescued: 14, version: 2, reports: 2, independent_sources: 1, numbers_disputed: false }])
  await wire.publish()
  expect(await wire.rows(`select distinct reason from tipwire.changes where commit_id = (select max(commit_id) from tipwire.changes)`)).toEqual([
    { reason: 'correction' },
  ])
})

it('takes an event back with its only report, and gives it its id again when the report comes back', async () => {
  await using wire = await resolverFixture()
  const { item_id } = await wire.add({ publisher: 'Delta Herald', text: 'One text.', events: [{}] })
  const [before] = await wire.rows<{ incident_id: string }>(incidents)
  await wire.withdraw(item_id)
  expect(await wire.rows(incidents)).toEqual([])
  await wire.publish()
  expect(await wire.rows(`select object, action, reason, replaced_by from tipwire.changes where action = 'remove' order by object`)).toEqual([
    { object: 'event', action: 'remove', reason: 'withdrawn', replaced_by: [] },
    { object: 'incident', action: 'remove', reason: 'withdrawn', replaced_by: [] },
    { object: 'report', action: 'remove', reason: 'withdrawn', replaced_by: [] },
  ])
  await wire.add({ publisher: 'Delta Herald', item_id, text: 'One text, again.', events: [{}] })
  expect(await wire.rows(incidents)).toMatchObject([{ incident_id: before?.incident_id, version: 3 }])
})

it('keeps a number that lost as evidence beside the shown one', async () => {
  await using wire = await resolverFixture()
  await wire.add({ publisher: 'Delta Herald', events: [{}] })
  await wire.add({ publisher: 'Lantern Daily', events: [{ counts: [aCount('rescued', 15)] }] })
  expect(await wire.rows(incidents)).toMatchObject([{ rescued: 14, numbers_disputed: true, reports: 2 }])
  expect(await wire.rows(`select value_text, agrees from tipwire.evidence where field = 'people' order by value_text`)).toEqual([
    { value_text: '14', agrees: true },
    { value_text: '15', agrees: false },
  ])
})

it('keeps template twins apart and links what follows', async () => {
  await using wire = await resolverFixture()
  const embassy = { publisher: 'Embassy of India', kind: 'embassy' as const, actor: 'Embassy of India, Phnom Penh' }
  await wire.add({ ...embassy, events: [{}] })
  await wire.add({ ...embassy, published_at: '2025-09-21T08:00:00+07:00', events: [{ occurred: '2025-09-20', counts: [aCount('rescued', 67)] }] })
  await wire.add({
    publisher: 'Delta Herald',
    published_at: '2025-07-30T08:00:00+07:00',
    events: [{ type: 'repatriation', occurred: '2025-07-29', place: null, counts: [aCount('repatriated', 14)], exploitation: [] }],
  })
  const rows = await wire.rows<{ incident_id: string; rescued: number | null; follows: string | null; verification: string }>(incidents)
  expect(rows.map(({ rescued, verification }) => [rescued, verification])).toEqual([
    [14, 'official'],
    [null, 'reported'],
    [67, 'official'],
  ])
  expect(rows.map(({ follows }) => follows)).toEqual([null, rows[0]?.incident_id, null])
})

it('merges incidents when a report shows that they are one, and says where the other went', async () => {
  await using wire = await resolverFixture()
  // Neither says enough alone: no number, no place in common.
  await wire.add({ publisher: 'Delta Herald', events: [{ counts: [aCount('rescued', 14)], nationalities: [], place: null, exploitation: [] }] })
  await wire.add({ publisher: 'Lantern Daily', events: [{ type: 'raid_search', counts: [], nationalities: [], exploitation: [] }] })
  expect(await wire.rows(incidents)).toHaveLength(2)
  await wire.add({ publisher: 'Harbour Times', events: [{}, { type: 'raid_search', counts: [] }] })
  expect(await wire.rows(incidents)).toMatchObject([{ reports: 3, rescued: 14 }])
  await wire.publish()
  const [removed] = await wire.rows<{ replaced_by: string[]; reason: string }>(
    `select replaced_by, reason from tipwire.changes where object = 'incident' and action = 'remove'`,
  )
  const [living] = await wire.rows<{ incident_id: string }>(incidents)
  expect(removed).toEqual({ replaced_by: [living?.incident_id], reason: 'merge' })
})

it('merges equal figures of one speaker, marks where a running total fell, and lets none feed an event', async () => {
  await using wire = await resolverFixture()
  await wire.add({ publisher: 'Delta Herald', statistics: [{}] })
  await wire.add({ publisher: 'Lantern Daily', statistics: [{ said_by: null, basis: 'unattributed' }] })
  await wire.add({ publisher: 'Harbour Times', statistics: [{ min: 600, max: 600, qualifier: 'exact', as_of: '2025-09-01' }] })
  expect(await wire.rows('select value_text, kind, series_break, reports, independent_sources from tipwire.statistics order by to_date')).toEqual([
    { value_text: 'more than 650', kind: 'running_total', series_break: null, reports: 2, independent_sources: 2 },
    { value_text: '600', kind: 'running_total', series_break: 'fell', reports: 1, independent_sources: 1 },
  ])
  expect(await wire.rows('select count(*)::int as n from tipwire.incidents')).toEqual([{ n: 0 }])
})

it('gives cursors without gaps, in the order of commits, and shows what was known at a moment', async () => {
  await using wire = await resolverFixture()
  await wire.add({ publisher: 'Delta Herald', events: [{}] })
  await wire.publish()
  const [{ now } = { now: '' }] = await wire.rows<{ now: string }>('select clock_timestamp()::text as now')
  await wire.add({ publisher: 'Lantern Daily', events: [{ counts: [aCount('rescued', 13)] }] })
  await Promise.all([wire.publish(), wire.publish(), wire.publish()])
  const changes = await wire.rows<{ cursor: number; commit_id: number }>('select cursor, commit_id from tipwire.changes order by cursor')
  expect(changes.map(({ cursor }) => cursor)).toEqual(changes.map((_, index) => index + 1))
  expect(changes.map(({ commit_id }) => commit_id)).toEqual(changes.map(({ commit_id }) => commit_id).toSorted((a, b) => a - b))
  expect(await wire.rows(`select rescued from tipwire.incidents_as_of('${now}')`)).toEqual([{ rescued: 14 }])
  expect(await wire.rows(`select people_low from tipwire.events_as_of(now())`)).toEqual([{ people_low: 13 }])
})

it('refuses a late write of a worker whose work was taken over', async () => {
  await using wire = await resolverFixture()
  const { document_id } = await wire.add({ publisher: 'Delta Herald', events: [{}] })
  const { resolveDocument } = await import('../src/resolve-document.ts')
  const before = await wire.rows('select count(*)::int as n from facts.changes')
  await expect(resolveDocument(wire, { stage: 'resolve', id: document_id, fence: 0 })).rejects.toThrow('taken over')
  expect(await wire.rows('select count(*)::int as n from facts.changes')).toEqual(before)
})
