import { trace } from '@tipwire/store'
import { type HttpServer, serveHttp } from '@tipwire/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../test/collector.ts'

let collector: TestCollector
beforeAll(async () => {
  collector = await testCollector()
})
afterAll(() => collector[Symbol.asyncDispose]())

const words = 'Officers entered the compound on Friday and found eleven people who had been held there for months. '
const page = `<!doctype html><html lang="en"><head><title>Eleven found</title></head><body><article><h1>Eleven found</h1><p>${words.repeat(5)}</p></article></body></html>`

/** A host with a feed of one entry, and what its robots.txt says; `asked` lists what it was asked for. */
async function host({
  robots = { status: 404, body: '' },
  content = '',
}: {
  robots?: { status: number; body: string; retryAfter?: string }
  content?: string
}) {
  const asked: string[] = []
  const state = { robots }
  const server: HttpServer = await serveHttp((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/robots.txt') {
      const { status, body, retryAfter } = state.robots
      response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end(body)
    } else if (request.url === '/feed') {
      const entry = `<item><guid>a</guid><title>Eleven found</title><link>${server.url}/private/story</link><content:encoded>${content}</content:encoded></item>`
      response.end(`<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${entry}</channel></rss>`)
    } else response.writeHead(200, { 'content-type': 'text/html' }).end(page)
  })
  const polled = await collector.poll(await collector.add({ url: `${server.url}/feed` }))
  const item = polled.kind === 'done' ? polled.next[0]!.id : ''
  asked.length = 0
  return { asked, item, state, host: new URL(server.url).host, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

const refusal = { status: 200, body: 'User-agent: Tipwire\nDisallow: /private/' }

async function reopen(item: string) {
  await collector.store.db.updateTable('pipeline.work').set({ state: 'waiting' }).where('stage', '=', 'fetch').where('id', '=', item).execute()
}

async function makeOlder(name: string, minutes: number) {
  const robots_fetched_at = new Date(Date.now() - minutes * 60_000)
  await collector.store.db.updateTable('pipeline.hosts').set({ robots_fetched_at }).where('host', '=', name).execute()
}

describe('a page', () => {
  it('that robots.txt refuses is left alone, and the ledger says why', async () => {
    await using place = await host({ robots: refusal })
    expect(await collector.fetch(place.item)).toEqual({ kind: 'skipped', reason: 'robots-refused' })
    expect(place.asked).toEqual(['/robots.txt'])
    const traced = await trace(collector.store.db, place.item)
    expect(traced.work).toMatchObject([{ stage: 'fetch', state: 'skipped', reason: 'robots-refused' }])
  })

  it('that robots.txt refuses still gives what the feed itself carries', async () => {
    await using place = await host({ robots: refusal, content: words.repeat(8) })
    expect((await collector.fetch(place.item)).kind).toBe('done')
    expect(place.asked).toEqual(['/robots.txt'])
  })

  it('is read when there is no robots.txt, which is asked for once a day', async () => {
    await using place = await host({})
    expect((await collector.fetch(place.item)).kind).toBe('done')
    await reopen(place.item)
    await collector.fetch(place.item)
    expect(place.asked).toEqual(['/robots.txt', '/private/story', '/private/story'])
    await makeOlder(place.host, 25 * 60)
    place.state.robots = refusal
    await reopen(place.item)
    await collector.fetch(place.item)
    expect(place.asked.at(-1)).toBe('/robots.txt')
  })

  it('waits while its host cannot say what is allowed, and the host is not asked again at once', async () => {
    await using place = await host({ robots: { status: 500, body: '' } })
    const unreachable = { code: 'ROBOTS_UNREACHABLE', retry: 'later' }
    await expect(collector.fetch(place.item)).rejects.toMatchObject(unreachable)
    await expect(collector.fetch(place.item)).rejects.toMatchObject(unreachable)
    expect(place.asked).toEqual(['/robots.txt'])
    await makeOlder(place.host, 2)
    place.state.robots = { status: 200, body: '' }
    expect((await collector.fetch(place.item)).kind).toBe('done')
  })

  it('comes as far apart as robots.txt asks', async () => {
    await using place = await host({ robots: { status: 200, body: 'User-agent: *\nCrawl-delay: 30' } })
    expect((await collector.fetch(place.item)).kind).toBe('done')
    await reopen(place.item)
    await expect(collector.fetch(place.item)).rejects.toMatchObject({ code: 'HOST_NOT_YET' })
    expect(place.asked).toEqual(['/robots.txt', '/private/story'])
  })
})
