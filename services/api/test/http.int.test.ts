import { type IncomingMessage, request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from './start-test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ sample: true })
})
afterAll(() => api[Symbol.asyncDispose]())

test('empty lists are lists, with their place in the change feed', async () => {
  for (const path of ['/v1/incidents', '/v1/incidents?expand=details', '/v1/events', '/v1/statistics']) {
    const { status, body } = await api.get(path)
    expect(status).toBe(200)
    expect(body).toEqual({ data: [], next: null, changes: expect.stringMatching(/^[0-9a-f]+-[0-9a-f]+-\d+\.0$/) })
  }
  expect((await api.get('/v1/sources')).body).toEqual({ data: [] })
})

test.each([
  ['/v1/incidents?limit=501', 'limit'],
  ['/v1/incidents?limit=0', 'limit'],
  ['/v1/incidents?country=Cambodia', 'country'],
  ['/v1/incidents?type=no_such_type', 'type'],
  ['/v1/incidents?nonsense=1', 'nonsense'],
  ['/v1/events?from=2024-02-31', 'from'],
  ['/v1/events?min_people=-1', 'min_people'],
  ['/v1/events?country=KH&country=TH', 'country'],
  ['/v1/statistics?changed_since=yesterday', 'changed_since'],
])('%s is refused in plain words', async (path, parameter) => {
  const { status, headers, body } = await api.get(path)
  expect(status).toBe(400)
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(body).toMatchObject({ code: 'REQUEST_INVALID', status: 400, detail: expect.stringContaining(parameter) })
})

test.each([
  '/v1/incidents?min_people=9007199254740991',
  '/v1/events?from=0000-01-01',
  '/v1/statistics?said_by=%00',
  '/v1/events/a%00b',
  `/v1/events?cursor=${Buffer.from('["2024-01-01","a\\u0000"]').toString('base64url')}`,
  `/v1/statistics?cursor=${Buffer.from('["9999-99-99 99:99:99+99","a"]').toString('base64url')}`,
  '/v1/incidents/%ED%A0%80',
  `/v1/events/${'a'.repeat(300)}`,
])('%s is the fault of whoever asks', async (path) => {
  const { status, headers, body } = await api.get(path)
  expect([status, body['code']]).toEqual([400, 'REQUEST_INVALID'])
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(api.logged.filter((line) => line.includes('a request failed'))).toEqual([])
})

test('on this machine only its own names are answered', async () => {
  const { port } = new URL(api.url)
  const status = (host: string) =>
    new Promise((resolve, reject) => request({ port, host: '127.0.0.1', path: '/v1/incidents', headers: { host } }, resolve).on('error', reject).end()).then(
      (answer) => (answer as IncomingMessage).resume().statusCode,
    )
  expect(await status(`localhost:${port}`)).toBe(200)
  expect(await status('evil.example')).toBe(421)
})

test('a forged cursor is refused, here and in the feed', async () => {
  expect((await api.get('/v1/events?cursor=Zm9yZ2Vk')).body['code']).toBe('CURSOR_INVALID')
  expect((await api.get("/v1/changes?after=1'%20or%20true")).body['code']).toBe('CURSOR_INVALID')
})

test('a cursor of another feed, or of a future of this one, is answered with 410 and the snapshot', async () => {
  const { body } = await api.get('/v1/changes')
  const ahead = String(body['cursor']).replace(/\.\d+$/, '.999')
  for (const after of ['0-0-1.5', ahead]) {
    const answer = await api.get(`/v1/changes?after=${after}`)
    expect(answer.status).toBe(410)
    expect(answer.body).toMatchObject({ code: 'FEED_REPLACED', snapshot: '/v1/incidents' })
  }
})

test('unknown ids and addresses are 404, other methods 405', async () => {
  expect((await api.get('/v1/events/evt_none')).body).toMatchObject({ code: 'NOT_FOUND', status: 404 })
  expect((await api.get('/v1/incidents/%27%3B--')).body).toMatchObject({ code: 'NOT_FOUND' })
  expect((await api.get('/nowhere')).status).toBe(404)
  const posted = await fetch(`${api.url}/v1/events`, { method: 'POST', body: '{}' })
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})

test('an answer that has not changed is not sent again', async () => {
  const first = await api.get('/v1/events')
  const again = await api.get('/v1/events', { 'if-none-match': first.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
})

test('requests have ids, and a given one is kept when it is harmless', async () => {
  expect((await api.get('/healthz')).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  expect((await api.get('/healthz', { 'x-request-id': 'abc-1' })).headers.get('x-request-id')).toBe('abc-1')
  expect((await api.get('/healthz', { 'x-request-id': '<script>' })).headers.get('x-request-id')).not.toContain('<')
})

test('no answer lets a browser run anything that is not ours', async () => {
  for (const path of ['/', '/v1/events', '/nowhere']) {
    const { headers } = await api.get(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test('the page says that the store is the sample', async () => {
  expect((await api.get('/page.json')).body).toMatchObject({ sample: true, labels: { event_type: { rescue_release: 'rescue' } } })
  const page = await (await fetch(api.url)).text()
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=/)
})

test('health, readiness, metrics and the description are served', async () => {
  expect((await api.get('/healthz')).body).toEqual({ status: 'ok' })
  expect((await api.get('/readyz')).body).toEqual({ status: 'ready' })
  expect((await api.get('/metrics')).status).toBe(200)
  expect((await api.get('/v1/openapi.json')).body).toMatchObject({ openapi: '3.1.0' })
})

test('a database without migrations is not ready, and says why', async () => {
  await using bare = await startTestApi({ migrated: false })
  const { status, body } = await bare.get('/readyz')
  expect(status).toBe(503)
  expect(body).toMatchObject({ code: 'NOT_READY', detail: expect.stringContaining('tipwire.incidents') })
  expect((await bare.get('/healthz')).status).toBe(200)
})
