import { SourceSpec, type Work } from '@tipwire/domain'
import { addSource, beginWork, getItem, getSource, openStore, type Store, startRun } from '@tipwire/store'
import { serveHttp, type ThrowawayDatabase, throwawayDatabase } from '@tipwire/testkit'
import { fetchPolitely } from '@tipwire/web-fetch'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserSettings, defaults } from './config.ts'
import { findBrowser } from './find-browser.ts'
import { pollBrowser, type Tools } from './poll-browser.ts'
import { renderPage } from './render-page.ts'

const browserPath = await findBrowser(null)
let database: ThrowawayDatabase
let store: Store
let run_id: string
beforeAll(async () => {
  database = await throwawayDatabase()
  store = openStore({ connectionString: database.connectionString, max: 3 })
  run_id = await startRun(store.db, { service: 'browser-collector', version: 'test' })
})
afterAll(async () => {
  await store.close()
  await database[Symbol.asyncDispose]()
})

const selectors = { post: 'article.post', text: '.words', time: 'time', link: 'a' }
const add = (url: string) =>
  store.transaction((tx) =>
    addSource(
      tx,
      SourceSpec.parse({ name: 'Embassy of Lorria', kind: 'embassy', adapter: 'press-page', url, selectors, allow_private_address: true, poll_every_s: 60 }),
    ),
  )

async function poll(source_id: string, settings: Partial<BrowserSettings> = {}) {
  const tools: Tools = { store, run_id, settings: { ...defaults, ...settings }, findBrowser, renderPage, fetch: fetchPolitely }
  await store.db
    .updateTable('pipeline.work')
    .set({ not_before: new Date(0) })
    .where('id', '=', source_id)
    .execute()
  const { started } = await beginWork(store.db, { stage: 'poll-browser', ids: [source_id], max_starts: 100, run_id })
  const outcome = await pollBrowser(tools, started[0] as Work, new AbortController().signal)
  const source = await getSource(store.db, source_id)
  return { outcome, state: source?.state, reason: source?.state_reason }
}

const post = (n: number) =>
  `<article class="post"><a href="/p/${n}">#</a><time datetime="2027-05-1${n}T10:00:00+07:00">2 h</time><div class="words"><p>Post ${n}: nine persons are safe.</p></div></article>`
const byScript = (n: number) =>
  `<!doctype html><html><body><main></main><script>document.querySelector('main').innerHTML = ${JSON.stringify(Array.from({ length: n }, (_, i) => post(i + 1)).join(''))}</script></body></html>`
const plain = (n: number) => `<!doctype html><html><body>${Array.from({ length: n }, (_, i) => post(i + 1)).join('')}</body></html>`

describe.skipIf(browserPath === null)('with a browser', () => {
  it('stores the posts of a page that only a script makes, and sends new ones to fetch', async () => {
    let posts = 2
    await using server = await serveHttp((_, response) => response.setHeader('content-type', 'text/html').end(byScript(posts)))
    const id = await add(server.url)
    const first = await poll(id)
    expect(first).toMatchObject({ state: 'ok', reason: null })
    const next = first.outcome.kind === 'done' ? first.outcome.next : []
    expect(next.map((one) => one.stage)).toEqual(['fetch', 'fetch'])
    const items = await Promise.all(next.map(({ id: item_id }) => getItem(store.db, item_id)))
    expect(items.find((item) => item?.url === `${server.url}/p/1`)?.entry).toMatchObject({
      complete: true,
      published_at: '2027-05-11T10:00:00+07:00',
      content: '<p>Post 1: nine persons are safe.</p>',
    })
    posts = 3
    const second = await poll(id)
    expect(second.outcome.kind === 'done' && second.outcome.next).toHaveLength(1)
  })

  it('says when the page shows no posts', async () => {
    await using server = await serveHttp((_, response) => response.setHeader('content-type', 'text/html').end('<p>Under construction</p>'))
    expect(await poll(await add(server.url), { postsWithinMs: 500 })).toMatchObject({
      state: 'failing',
      reason: 'The page shows no posts where its selectors look.',
    })
  })
})

describe('without a browser', () => {
  const none = { browser: '/no/such/browser' }

  it('waits, says how to get one, and looks again', async () => {
    await using server = await serveHttp((_, response) => response.end(byScript(1)))
    const id = await add(server.url)
    const { outcome, state, reason } = await poll(id, none)
    expect(outcome).toEqual({ kind: 'done', next: [] })
    expect(state).toBe('waiting')
    expect(reason).toMatch(/browser.*apt-get install chromium/)
    const row = await store.db.selectFrom('pipeline.work').select(['state', 'not_before']).where('id', '=', id).executeTakeFirstOrThrow()
    expect(row.state).toBe('waiting')
    expect(row.not_before.getTime()).toBeGreaterThan(Date.now())
  })

  it('reads a page that needs no scripts all the same', async () => {
    await using server = await serveHttp((_, response) => response.end(plain(2)))
    const { outcome, state } = await poll(await add(server.url), none)
    expect(state).toBe('ok')
    expect(outcome.kind === 'done' && outcome.next).toHaveLength(2)
  })

  it('waits when the browser there is does not start', async () => {
    await using server = await serveHttp((_, response) => response.end(byScript(1)))
    expect(await poll(await add(server.url), { browser: '/bin/false' })).toMatchObject({
      state: 'waiting',
      reason: expect.stringContaining('browser ended at once'),
    })
  })
})
