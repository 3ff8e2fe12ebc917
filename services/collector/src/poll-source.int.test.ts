import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { serveHttp } from '@tipwire/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../test/collector.ts'

let collector: TestCollector
beforeAll(async () => {
  collector = await testCollector()
})
afterAll(() => collector[Symbol.asyncDispose]())

const item = (n: number, title = `Story ${n}`) =>
  `<item><guid>s${n}</guid><title>${title}</title><link>http://127.0.0.1/s${n}</link><pubDate>Mon, ${10 + n} May 2027 08:00:00 +0700</pubDate></item>`
const rss = (items: string[]) => `<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>${items.join('')}</channel></rss>`

async function healthAfter(answer: (response: ServerResponse) => unknown): Promise<{ state: string; state_reason: string | null; took_ms: number }> {
  await using server = await serveHttp((_, response) => answer(response))
  const id = await collector.add({ url: `${server.url}/feed.xml` })
  const since = performance.now()
  const outcome = await collector.poll(id)
  expect(outcome).toEqual({ kind: 'done', next: [] })
  return { ...(await collector.health(id)), took_ms: performance.now() - since }
}

const row = (id: string) =>
  collector.store.db.selectFrom('pipeline.work').select(['state', 'not_before']).where('stage', '=', 'poll').where('id', '=', id).executeTakeFirstOrThrow()

describe('a feed that fails', () => {
  it('404: says that nothing is there', async () => {
    const health = await healthAfter((response) => response.writeHead(404).end('no'))
    expect(health).toMatchObject({ state: 'failing', state_reason: expect.stringContaining('404') })
  })

  it('an HTML page: says so', async () => {
    const health = await healthAfter((response) => response.end('<!doctype html><html><body>Welcome</body></html>'))
    expect(health).toMatchObject({ state: 'failing', state_reason: 'The answer is an HTML page, not a feed.' })
  })

  it('empty: says so', async () => {
    const health = await healthAfter((response) => response.end(''))
    expect(health).toMatchObject({ state: 'failing', state_reason: 'The answer is empty.' })
  })

  it('50 MB: stops at the limit', async () => {
    const health = await healthAfter((response) => Readable.from(Array.from({ length: 50 }, () => Buffer.alloc(1024 * 1024, 'a'))).pipe(response))
    expect(health).toMatchObject({ state: 'failing', state_reason: expect.stringMatching(/larger than 15 MB/) })
  })

  it('50 MB that says so beforehand: is not even read', async () => {
    const health = await healthAfter((response) => response.writeHead(200, { 'content-length': 50 * 1024 * 1024 }).write('<rss'))
    expect(health).toMatchObject({ state: 'failing', state_reason: expect.stringMatching(/50 MB.*limit/) })
    expect(health.took_ms).toBeLessThan(1200)
  })

  it('never-ending: says that it did not end', async () => {
    const health = await healthAfter((response) => {
      const timer = setInterval(() => response.write(item(1)), 20)
      response.on('close', () => clearInterval(timer))
    })
    expect(health).toMatchObject({ state: 'failing', state_reason: expect.stringMatching(/did not end within 1\.5 s/) })
  })

  it('a late answer: stops at the deadline', async () => {
    const health = await healthAfter(() => {})
    expect(health).toMatchObject({ state: 'failing', state_reason: expect.stringMatching(/No answer within 1\.5 s/) })
    expect(health.took_ms).toBeLessThan(4000)
  })

  it('cut off so that nothing is left: says so, and is not taken for alive', async () => {
    const health = await healthAfter((response) => response.end(rss([item(1)]).slice(0, -80)))
    expect(health).toMatchObject({ state: 'failing', state_reason: expect.stringContaining('cut off') })
  })

  it('a private address that nobody has allowed: is not asked', async () => {
    await using server = await serveHttp((_, response) => response.end(rss([item(1)])))
    const id = await collector.add({ url: `${server.url}/feed.xml`, allow_private_address: false })
    await collector.poll(id)
    expect(await collector.health(id)).toMatchObject({ state: 'failing', state_reason: expect.stringContaining('private') })
    expect(server.requests).toEqual([])
  })

  it('gone for good: is paused and not polled again', async () => {
    await using server = await serveHttp((_, response) => response.writeHead(410).end())
    const id = await collector.add({ url: `${server.url}/feed.xml` })
    expect(await collector.poll(id)).toMatchObject({ kind: 'skipped' })
    expect(await collector.health(id)).toMatchObject({ state: 'paused', state_reason: expect.stringContaining('410') })
    expect((await row(id)).state).toBe('skipped')
  })

  it('a server that asks for time: gets it', async () => {
    await using server = await serveHttp((_, response) => response.writeHead(429, { 'retry-after': '3600' }).end())
    const id = await collector.add({ url: `${server.url}/feed.xml` })
    await collector.poll(id)
    const { state, not_before } = await row(id)
    expect(state).toBe('waiting')
    expect(not_before.getTime() - Date.now()).toBeGreaterThan(3_500_000)
  })

  it('waits longer with every failure in a row', async () => {
    await using server = await serveHttp((_, response) => response.writeHead(503).end())
    const id = await collector.add({ url: `${server.url}/feed.xml`, poll_every_s: 100 })
    const waits: number[] = []
    for (let i = 0; i < 3; i++) {
      await collector.poll(id)
      waits.push(((await row(id)).not_before.getTime() - Date.now()) / 1000)
    }
    expect(waits[1]! / waits[0]!).toBeGreaterThan(1.5)
    expect(waits[2]! / waits[1]!).toBeGreaterThan(1.5)
  })

  it('a feed that stalls its parser: dies with its thread, and the next one is read', async () => {
    await using hurried = await testCollector({ parseDeadlineMs: 1 })
    await using server = await serveHttp((_, response) => response.end(rss(Array.from({ length: 1500 }, (_, n) => item(n % 18)))))
    const id = await hurried.add({ url: `${server.url}/feed.xml` })
    await hurried.poll(id)
    expect(await hurried.health(id)).toMatchObject({ state: 'failing', state_reason: expect.stringContaining('took longer than') })
    expect((await collector.poll(await collector.add({ url: `${server.url}/feed.xml` }))).kind).toBe('done')
  })
})

describe('a feed that works', () => {
  it('cut off: gives its intact items and says so, and none counts as withdrawn', async () => {
    let body = rss([item(3), item(2), item(1)])
    await using server = await serveHttp((_, response) => response.end(body))
    const id = await collector.add({ url: `${server.url}/feed.xml` })
    expect((await collector.poll(id)).kind).toBe('done')
    body = body.slice(0, body.indexOf('<guid>s1'))
    expect(await collector.poll(id)).toEqual({ kind: 'done', next: [] })
    expect(await collector.health(id)).toMatchObject({ state: 'ok', state_reason: expect.stringContaining('cut off') })
  })

  it('sends new items to fetch, then only what has changed or vanished', async () => {
    let items = [item(3), item(2), item(1)]
    await using server = await serveHttp((_, response) => response.end(rss(items)))
    const id = await collector.add({ url: `${server.url}/feed.xml` })
    const first = await collector.poll(id)
    expect(first.kind === 'done' && first.next.map((next) => next.stage)).toEqual(['fetch', 'fetch', 'fetch'])
    expect(await collector.poll(id)).toEqual({ kind: 'done', next: [] })
    items = [item(3, 'Story 3, corrected'), item(1)]
    const third = await collector.poll(id)
    expect(third.kind === 'done' && third.next).toHaveLength(2)
    expect(await collector.health(id)).toEqual({ state: 'ok', state_reason: null })
  })

  it('asks with the validators of the last answer, as they were given', async () => {
    const etag = 'W/"odd \\" one"'
    await using server = await serveHttp((request, response) => {
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
      else response.writeHead(200, { etag, 'last-modified': 'Mon, 10 May 2027 08:00:00 GMT' }).end(rss([item(1)]))
    })
    const id = await collector.add({ url: `${server.url}/feed.xml` })
    await collector.poll(id)
    expect(await collector.poll(id)).toEqual({ kind: 'done', next: [] })
    expect(server.requests[1]?.headers).toMatchObject({ 'if-none-match': etag, 'if-modified-since': 'Mon, 10 May 2027 08:00:00 GMT' })
    expect(await collector.health(id)).toEqual({ state: 'ok', state_reason: null })
  })

  it('notes where it has moved to', async () => {
    await using server = await serveHttp((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end()
      else response.end(rss([item(1)]))
    })
    const id = await collector.add({ url: `${server.url}/old` })
    await collector.poll(id)
    const source = await collector.store.db.selectFrom('pipeline.sources').select('resolved_url').where('source_id', '=', id).executeTakeFirstOrThrow()
    expect(source.resolved_url).toBe(`${server.url}/new`)
  })
})
