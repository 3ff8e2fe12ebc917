import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type StoreFixture, storeFixture } from '../../test/store-fixture.ts'

let fixture: StoreFixture
let n = 0
beforeAll(async () => {
  fixture = await storeFixture()
})
afterAll(() => fixture[Symbol.asyncDispose]())
beforeEach(() => {
  n += 1
})

const run = (statement: RawBuilder<unknown>) => statement.execute(fixture.store.db)
const refusedBy = (constraint: string) => expect.objectContaining({ constraint })

const claim = (kind: string, spans = '[{}]') =>
  run(sql`insert into facts.claims (claim_id, document_id, kind, value, spans, run_id) values (${`claim ${n}`}, 'doc_1', ${kind}, '{}', ${spans}, 'run_1')`)

const event = (more: { status?: string; incident_id?: string | null } = {}) =>
  run(sql`
    insert into facts.events (event_id, incident_id, type, family, status, title, timeline_date, timeline_basis, place_precision, by_nationality,
      other_numbers, nationalities, exploitation, bodies, verification, checked, reports, independent_sources, first_reported_at, version, run_id)
    values (${`evt_${n}`}, ${more.incident_id ?? null}, 'rescue_release', 'response', ${more.status ?? 'happened'}, 'A title', '2026-01-01', 'day', 'unknown',
      '{}', '{}', '{}', '{}', '[]', 'reported', 'not_checked', 1, 1, now(), 1, 'run_1')`)

const incident = () =>
  run(sql`
    insert into facts.incidents (incident_id, title, lead_type, timeline_date, timeline_basis, place_precision, numbers_disputed, nationalities,
      exploitation, verification, checked, case_facts, sort_key, reports, independent_sources, first_reported_at, version, run_id)
    values (${`inc_${n}`}, 'A title', 'rescue_release', '2026-01-01', 'day', 'unknown', false, '{}', '{}', 'reported', 'not_checked', '{}', '', 1, 1, now(), 1, 'run_1')`)

const statistic = () =>
  run(sql`
    insert into facts.statistics (statistic_id, measure, kind, basis, value_low, value_text, nationalities, date_basis, checked, reports,
      independent_sources, first_reported_at, version, run_id)
    values (${`sta_${n}`}, 'rescued', 'running_total', 'official', 650, 'more than 650', '{IN}', 'stated', 'not_checked', 1, 1, now(), 1, 'run_1')`)

const evidence = (of: { event?: boolean; kind: string; part?: string; quote?: string | null }) =>
  run(sql`
    insert into facts.evidence (event_id, statistic_id, claim_id, claim_kind, document_id, field, value_text, agrees, part, char_start, char_end, quote)
    values (${of.event ? `evt_${n}` : null}, ${of.event ? null : `sta_${n}`}, ${`claim ${n}`}, ${of.kind}, 'doc_1', 'people', '14', true,
      ${of.part ?? 'body'}, 0, 5, ${of.quote === undefined ? 'words' : of.quote})`)

describe('a claim', () => {
  it('needs words or a person’s decision', async () => {
    await expect(claim('event', '[]')).rejects.toEqual(refusedBy('claim_has_words_or_decision'))
    await claim('event')
  })
})

describe('a statistic', () => {
  it('can’t feed an event, under its own kind or a false one', async () => {
    await event()
    await claim('statistic')
    await expect(evidence({ event: true, kind: 'statistic' })).rejects.toEqual(refusedBy('statistic_feeds_no_event'))
    await expect(evidence({ event: true, kind: 'event_count' })).rejects.toMatchObject({ code: '23503' })
  })

  it('takes no count of an event', async () => {
    await statistic()
    await claim('event_count')
    await expect(evidence({ kind: 'event_count' })).rejects.toEqual(refusedBy('statistic_feeds_no_event'))
  })

  it('is fed by its own claims', async () => {
    await statistic()
    await claim('statistic')
    await evidence({ kind: 'statistic' })
  })
})

describe('evidence', () => {
  it('has words of at most 300 characters, unless it is a decision', async () => {
    await event()
    await claim('event_count')
    await expect(evidence({ event: true, kind: 'event_count', quote: null })).rejects.toEqual(refusedBy('words_or_decision'))
    await expect(evidence({ event: true, kind: 'event_count', quote: 'x'.repeat(301) })).rejects.toMatchObject({ code: '23514' })
    await evidence({ event: true, kind: 'event_count', part: 'decision', quote: null })
  })
})

describe('an incident', () => {
  it.each(['planned', 'alleged', 'denied'])('takes no %s event', async (status) => {
    await incident()
    await expect(event({ status, incident_id: `inc_${n}` })).rejects.toEqual(refusedBy('incident_happened'))
  })

  it('takes what happened', async () => {
    await incident()
    await event({ incident_id: `inc_${n}` })
  })
})

describe('history', () => {
  it('of an event is never changed or deleted', async () => {
    await event()
    await run(
      sql`insert into facts.event_versions (event_id, version, cause, diff, commit_id, run_id) values (${`evt_${n}`}, 1, 'new_report', '{}', 1, 'run_1')`,
    )
    await expect(run(sql`update facts.event_versions set diff = '{"a":[1,2]}' where event_id = ${`evt_${n}`}`)).rejects.toThrow('never changed')
    await expect(run(sql`delete from facts.event_versions where event_id = ${`evt_${n}`}`)).rejects.toThrow('never changed')
  })

  it('of changes takes a position once and nothing else', async () => {
    const id = `evt_${n}`
    await run(
      sql`insert into facts.changes (commit_id, object, id, action, reason, row, run_id) values (1, 'event', ${id}, 'put', 'new_report', '{}', 'run_1')`,
    )
    await expect(run(sql`update facts.changes set reason = 'review' where id = ${id}`)).rejects.toThrow('never changed')
    await run(sql`update facts.changes set cursor = 1 where id = ${id}`)
    await expect(run(sql`update facts.changes set cursor = 2 where id = ${id}`)).rejects.toThrow('never changed')
    await expect(run(sql`delete from facts.changes where id = ${id}`)).rejects.toThrow('never changed')
  })

  it('holds the row of every put, and none of a removal', async () => {
    const put = run(sql`insert into facts.changes (commit_id, object, id, action, reason, run_id) values (1, 'event', 'evt_0', 'put', 'new_report', 'run_1')`)
    await expect(put).rejects.toEqual(refusedBy('row_unless_removed'))
  })
})
