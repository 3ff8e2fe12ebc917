import { SourceSpec } from '@tipwire/domain'
import { openQueues, requeueAll } from '@tipwire/queue'
import { createLog, createMetrics } from '@tipwire/runtime'
import { addSource, dueWork, openStore, type Store } from '@tipwire/store'
import { type HttpServer, serveHttp, throwawayDatabase, waitUntil } from '@tipwire/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startCollector } from './start.ts'

const PACE = 250
const story = `<!doctype html><html lang="en"><head><title>Eleven found</title></head><body><article><h1>Eleven found</h1>
<p>${'Officers entered the compound on Friday and found eleven people who had been held there for months. '.repeat(4)}</p></article></body></html>`

let open: AsyncDisposableStack
let store: Store
let connectionString: string
beforeEach(async () => {
  open = new AsyncDisposableStack()
  connectionString = open.use(await throwawayDatabase()).connectionString
  store = open.use(openStore({ connectionString, max: 2 }))
})
afterEach(() => open.disposeAsync())

type Asked = { path: string; at: number }
type Answer = { status: number; headers?: Record<string, string> }

/** A host with feeds of a few entries each (`/feed/NAME`), that notes when it was asked for what. */
async function host({
  entries,
  answerMs = 0,
  page = () => ({ status: 200 }),
}: {
  entries: number
  answerMs?: number
  page?: (asked: readonly Asked[]) => Answer
}) {
  const asked: Asked[] = []
  const under = { way: 0, most: 0 }
  const server: HttpServer = await serveHttp((request, response) => {
    const path = request.url ?? ''
    asked.push({ path, at: performance.now() })
    if (path === '/robots.txt') return void response.writeHead(404).end()
    if (path.startsWith('/feed/')) return void response.end(feed(server.url, path, entries))
    const { status, headers } = page(asked)
    under.way += 1
    under.most = Math.max(under.most, under.way)
    setTimeout(() => {
      under.way -= 1
      response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(status === 200 ? story : '')
    }, answerMs)
  })
  open.use(server)
  return { url: server.url, asked, under }
}

function feed(url: string, path: string, entries: number): string {
  const items = Array.from({ length: entries }, (_, n) => `<item><guid>${n}</guid><title>Eleven found</title><link>${url}/story${path}/${n}</link></item>`)
  return `<rss version="2.0"><channel><title>${path}</title>${items.join('')}</channel></rss>`
}

/** A collector with connections and queues of its own, as another process would have. */
async function worker(hostPaceMs: number | null) {
  const log = createLog('collector test', { level: 'fatal' })
  const own = open.use(openStore({ connectionString, max: 6 }))
  const queues = open.use(await openQueues({ connectionString, log }))
  const parts = { store: own, queues, log, metrics: createMetrics(), signal: new AbortController().signal }
  open.use(await startCollector({ ...parts, settings: { hostPaceMs } }))
  return () => requeueAll({ ...parts, dueWork: (input) => dueWork(own.db, input) })
}

const watch = (url: string) =>
  store.transaction((tx) => addSource(tx, SourceSpec.parse({ name: 'The Invented Courier', url, allow_private_address: true, poll_every_s: 3600 })))

const documents = async () => (await store.db.selectFrom('pipeline.documents').select('document_id').execute()).length
const fetches = () => store.db.selectFrom('pipeline.work').selectAll().where('stage', '=', 'fetch').orderBy('id').execute()

/** Gaps between the starts of requests, in milliseconds. */
function gaps(asked: readonly Asked[]): number[] {
  return asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0))
}

describe('two collectors and two sources on one host', () => {
  it('ask it one after the other, at its pace, and get everything', async () => {
    const place = await host({ entries: 3 })
    await watch(`${place.url}/feed/a`)
    await watch(`${place.url}/feed/b`)
    const pump = await worker(PACE)
    await worker(PACE)
    await pump()
    await waitUntil('six documents', async () => (await documents()) === 6, 40_000)
    expect(place.asked.map(({ path }) => path).toSorted()).toEqual(
      ['/feed/a', '/feed/b', '/robots.txt', ...['a', 'b'].flatMap((name) => [0, 1, 2].map((n) => `/story/feed/${name}/${n}`))].toSorted(),
    )
    // Host and collectors share this busy process: a single request may be noted late, so one gap says little, and all of them much.
    const sorted = gaps(place.asked).toSorted((one, other) => one - other)
    expect(sorted[4]).toBeGreaterThan(PACE * 0.8)
    expect(place.asked.at(-1)!.at - place.asked[0]!.at).toBeGreaterThan(7 * PACE)
    expect((await fetches()).map((row) => ({ state: row.state, starts: row.starts, attempts: row.attempts }))).toEqual(
      Array.from({ length: 6 }, () => ({ state: 'done', starts: 0, attempts: 0 })),
    )
  })

  it('ask a slow one for one thing at a time', async () => {
    const place = await host({ entries: 5, answerMs: 600 })
    await watch(`${place.url}/feed/a`)
    const pump = await worker(100)
    await worker(100)
    await pump()
    await waitUntil('five documents', async () => (await documents()) === 5, 40_000)
    expect(place.under.most).toBe(1)
  })

  it('leave it alone for as long as a 429 says', async () => {
    const busy = { status: 429, headers: { 'retry-after': '3' } }
    const isStory = ({ path }: Asked) => path.startsWith('/story')
    const place = await host({ entries: 2, page: (asked) => (asked.filter(isStory).length === 1 ? busy : { status: 200 }) })
    await watch(`${place.url}/feed/a`)
    const pump = await worker(PACE)
    await worker(PACE)
    await pump()
    await waitUntil('two documents', async () => (await documents()) === 2, 40_000)
    const [refused, next] = place.asked.filter(isStory)
    expect(next!.at - refused!.at).toBeGreaterThan(2900)
  })
})

it('a host on this machine has no pace of its own', async () => {
  const place = await host({ entries: 20 })
  await watch(`${place.url}/feed/a`)
  await (await worker(null))()
  await waitUntil('all documents', async () => (await documents()) === 20, 40_000)
  expect((await fetches()).every((row) => row.state === 'done')).toBe(true)
  expect(Math.min(...gaps(place.asked))).toBeLessThan(100)
})
