import { missingColumns, readViews } from '@tipwire/store'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ZodType, z } from 'zod'
import { routes } from '../src/routes/index.ts'
import { writeSampleCase } from './sample-case.ts'
import { startTestApi, type TestApi } from './start-test-api.ts'

let api: TestApi
let sample: Awaited<ReturnType<typeof writeSampleCase>>
beforeAll(async () => {
  api = await startTestApi()
  sample = await writeSampleCase(api.store)
})
afterAll(() => api[Symbol.asyncDispose]())

const ids = async (path: string, key: string) => (await api.get(path)).body.data?.map((row) => row[key])

test('every answer is as its description says', async () => {
  const paths: Record<string, string[]> = { '/v1/incidents/{id}': ['inc_one'], '/v1/events/{id}': ['evt_rescue'], '/v1/statistics/{id}': ['sta_total'] }
  for (const { path, answer } of routes) {
    const { status, body } = await api.get(path.replace('{id}', paths[path]?.[0] ?? ''))
    expect(status).toBe(200)
    expect(() => strict(answer).parse(body)).not.toThrow()
  }
})

test('incidents are filtered by each of their facts', async () => {
  const incidents = (query: string) => ids(`/v1/incidents?${query}`, 'incident_id')
  expect(await incidents('')).toEqual(['inc_one', 'inc_two'])
  expect(await incidents('country=TH')).toEqual(['inc_two'])
  expect(await incidents('type=rescue_release&nationality=IN&exploitation=forced_criminality_online_scam')).toEqual(['inc_one'])
  expect(await incidents('from=2024-07-20')).toEqual(['inc_one'])
  expect(await incidents('to=2024-07-19')).toEqual(['inc_two'])
  expect(await incidents('measure=arrested&min_people=3')).toEqual(['inc_two'])
  expect(await incidents('min_people=14')).toEqual(['inc_one'])
  expect(await incidents('measure=dead')).toEqual([])
  expect(await incidents('verification=official')).toEqual(['inc_one'])
  expect(await incidents('changed_since=2999-01-01T00:00:00Z')).toEqual([])
})

test('events are filtered too, and plans are no incidents', async () => {
  expect(await ids('/v1/events?status=planned', 'event_id')).toEqual(['evt_return'])
  expect(await ids('/v1/events?family=justice', 'event_id')).toEqual(['evt_arrest'])
  expect(await ids('/v1/events?incident_id=inc_one', 'event_id')).toEqual(['evt_rescue'])
  expect(await ids('/v1/events?measure=arrested&min_people=4', 'event_id')).toEqual([])
})

test.each([
  ['/v1/incidents', 'incident_id', 2],
  ['/v1/events', 'event_id', 3],
  ['/v1/statistics', 'statistic_id', 2],
])('pages of %s join without a gap or a repetition', async (path, key, count) => {
  const whole = await ids(path, key)
  expect(whole).toHaveLength(count)
  const seen: unknown[] = []
  for (let next: unknown = ''; next !== null; ) {
    const { body } = await api.get(`${path}?limit=1${next ? `&cursor=${next}` : ''}`)
    seen.push(...(body.data ?? []).map((row) => row[key]))
    next = body['next']
  }
  expect(seen).toEqual(whole)
})

test('an incident comes with its events, what else its reports tell, other figures, reports and words', async () => {
  const { body } = await api.get('/v1/incidents/inc_one')
  const idsOf = (name: string, key: string) => (body[name] as Record<string, unknown>[]).map((row) => row[key]).toSorted()
  expect(body['incident']).toMatchObject({ rescued: 14, reports: 2, independent_sources: 1 })
  expect(idsOf('events', 'event_id')).toEqual(['evt_rescue'])
  expect(idsOf('also_told', 'event_id')).toEqual(['evt_return'])
  expect(idsOf('other_figures', 'statistic_id')).toEqual(['sta_now', 'sta_total'])
  expect(idsOf('evidence', 'quote')).toContain('14 Indian citizens')
  const listed = await api.get('/v1/incidents?expand=details')
  expect(listed.body.data?.[0]).toEqual(body)
})

test('an event comes with the values that lost and with its versions', async () => {
  await sample.writer.put([{ object: 'event', id: 'evt_arrest', columns: { people_low: 2, people_high: 2, people_text: '2' } }], 'correction')
  const { body } = await api.get('/v1/events/evt_arrest')
  expect(body['versions']).toMatchObject([
    { version: 1, reason: 'new_report' },
    { version: 2, reason: 'correction', diff: { people_low: [3, 2] } },
  ])
  const rescue = (await api.get('/v1/events/evt_rescue')).body['evidence'] as Record<string, unknown>[]
  expect(rescue.filter((row) => row['agrees'] === false).map((row) => row['value_text'])).toEqual(['15', '15'])
})

test('the feed goes on from a snapshot, and a removed id leads to its replacement', async () => {
  const snapshot = await api.get('/v1/events')
  await sample.writer.put([{ object: 'event', id: 'evt_twin', columns: { incident_id: 'inc_two', title: 'twin' } }])
  await sample.writer.remove('event', 'evt_twin', ['evt_arrest'])
  const { body } = await api.get(`/v1/changes?after=${snapshot.body['changes']}`)
  expect(body.data).toMatchObject([
    { object: 'event', id: 'evt_twin', action: 'put', row: { title: 'twin' } },
    { object: 'event', id: 'evt_twin', action: 'remove', reason: 'merge', replaced_by: ['evt_arrest'], row: null },
  ])
  expect(body['more']).toBe(false)
  expect((await api.get(`/v1/changes?after=${body['cursor']}`)).body.data).toEqual([])
  expect((await api.get('/v1/events/evt_twin')).body).toMatchObject({ code: 'GONE', status: 410, replaced_by: ['evt_arrest'], reason: 'merge' })
})

test('the feed in small steps is the feed in one', async () => {
  const whole = (await api.get('/v1/changes?limit=500')).body.data
  const steps: unknown[] = []
  for (let query = 'limit=2'; query; ) {
    const { body } = await api.get(`/v1/changes?${query}`)
    steps.push(...(body.data ?? []))
    query = body['more'] ? `limit=2&after=${body['cursor']}` : ''
  }
  expect(steps).toEqual(whole)
  expect((await api.get('/v1/changes?last=3')).body.data).toEqual(whole?.slice(-3))
})

test('the database is asked as analyst, whoever the connection is', async () => {
  const quotes = (role: 'tipwire_reader' | 'tipwire_analyst') =>
    readViews(api.store.db, (views) => views.selectFrom('tipwire.evidence').select('quote').execute(), { role })
  expect((await quotes('tipwire_analyst')).every((row) => row.quote !== null)).toBe(true)
  expect((await quotes('tipwire_reader')).every((row) => row.quote === null)).toBe(true)
  await expect(readViews(api.store.db, (views) => views.deleteFrom('tipwire.evidence').execute())).rejects.toThrow(/permission denied|read-only/)
})

test('a database that lacks a column of ours is not ready', async () => {
  expect(await missingColumns(api.store.db, { ...none, incidents: ['rescued', 'shoe_size'] })).toEqual(['tipwire.incidents.shoe_size'])
})

test('nothing that was asked or answered is in the log', () => {
  expect(api.logged.join('')).not.toMatch(/Indian|embassy|onerror/)
})

const none = { incidents: [], events: [], statistics: [], reports: [], evidence: [], changes: [], sources: [] }

/** The schema with unknown keys refused, so that a column without a description is found. */
function strict(schema: ZodType): ZodType {
  if (schema instanceof z.ZodObject)
    return z.strictObject(Object.fromEntries(Object.entries(schema.shape).map(([name, one]) => [name, strict(one as ZodType)])))
  if (schema instanceof z.ZodArray) return z.array(strict(schema.element as ZodType))
  if (schema instanceof z.ZodUnion) return z.union(schema.options.map((one) => strict(one as ZodType)))
  return schema
}
