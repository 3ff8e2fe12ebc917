import { getReadable } from '@tipwire/store'
import { type HttpServer, serveHttp } from '@tipwire/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../test/collector.ts'

type Page = { status: number; body: string }

let collector: TestCollector
beforeAll(async () => {
  collector = await testCollector()
})
afterAll(() => collector[Symbol.asyncDispose]())

const words = 'Officers entered the compound on Friday and found eleven people who had been held there for months. '
const story = (text = words) => `<!doctype html><html lang="en"><head><title>Eleven found in compound | The Invented Courier</title>
<meta property="article:published_time" content="2025-05-11T09:30:00+07:00"><link rel="canonical" href="http://courier.example/eleven?utm_source=x"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Eleven found in compound</h1><p>${text}</p><p>${text}</p>
<blockquote class="twitter-tweet"><p>Eleven persons were released today with our assistance.</p>&mdash; Embassy of Lorria (@lorria) <a href="https://twitter.com/lorria/status/123456789">May 11, 2025</a></blockquote>
<p>${text}</p><p>Read also: Ten ways to cook rice</p></article></body></html>`

/** A feed with one entry whose page answers as the test says. */
async function newspaper({ extra = '', page = { status: 200, body: story() } }: { extra?: string; page?: Page } = {}) {
  const state = { page, listed: true }
  const entry = (n: number, url: string) =>
    `<item><guid>s${n}</guid><title>Eleven found</title><link>${url}</link><pubDate>Tue, ${10 + n} May 2025 03:00:00 GMT</pubDate>${extra}</item>`
  const server: HttpServer = await serveHttp((request, response) => {
    if (request.url === '/feed') {
      const entries = [...(state.listed ? [entry(1, `${server.url}/story`)] : []), entry(0, `${server.url}/older`)]
      response.end(`<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${entries.join('')}</channel></rss>`)
    } else if (request.url === '/story') response.writeHead(state.page.status, { 'content-type': 'text/html; charset=utf-8' }).end(state.page.body)
    else response.writeHead(404).end()
  })
  const source = await collector.add({ url: `${server.url}/feed` })
  const polled = async () => {
    const outcome = await collector.poll(source)
    return outcome.kind === 'done' ? outcome.next.map((next) => next.id) : []
  }
  const items = await polled()
  const rows = await collector.store.db.selectFrom('pipeline.items').select('item_id').where('source_id', '=', source).where('entry_key', '=', 's1').execute()
  return { server, state, source, items, item: rows[0]!.item_id, polled, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

const documents = (item: string) => collector.store.db.selectFrom('pipeline.documents').selectAll().where('item_id', '=', item).orderBy('version_no').execute()

describe('an item with a page', () => {
  it('becomes a document, and the post shown in it a child of its own', async () => {
    await using paper = await newspaper()
    const outcome = await collector.fetch(paper.item)
    expect(outcome.kind === 'done' && outcome.next.map((next) => next.stage)).toEqual(['deduplicate', 'deduplicate'])
    const [page, post] = (await documents(paper.item)).toSorted((a, b) => a.kind.localeCompare(b.kind))
    expect(page).toMatchObject({ kind: 'article', lang: 'en', canonical_url: 'http://courier.example/eleven', url: `${paper.server.url}/story` })
    expect(page!.published_at?.toISOString()).toBe('2025-05-11T02:30:00.000Z')
    expect(post).toMatchObject({
      kind: 'embedded_post',
      platform: 'x',
      parent_document_id: page!.document_id,
      canonical_url: 'https://twitter.com/lorria/status/123456789',
    })
    const read = await getReadable(collector.store.db, page!.document_id)
    expect(read?.title).toBe('Eleven found in compound')
    expect(read?.text).toContain('found eleven people')
    expect(read?.text).not.toMatch(/Home|Read also|with our assistance/)
    expect((await getReadable(collector.store.db, post!.document_id))?.text).toBe('Eleven persons were released today with our assistance.')
  })

  it('is no new version when nothing has changed, and one when its words have', async () => {
    await using paper = await newspaper()
    await collector.fetch(paper.item)
    await reopen(paper.item)
    expect(await collector.fetch(paper.item)).toEqual({ kind: 'done', next: [] })
    paper.state.page = { status: 200, body: story(words.replace('eleven', 'twelve')) }
    await reopen(paper.item)
    const outcome = await collector.fetch(paper.item)
    expect(outcome.kind === 'done' && outcome.next).toHaveLength(1)
    const versions = (await documents(paper.item)).filter((row) => row.kind === 'article')
    expect(versions.map((row) => row.version_no)).toEqual([1, 2])
    expect(versions[0]!.superseded_by).toBe(versions[1]!.document_id)
  })

  it('is withdrawn when its page is gone', async () => {
    await using paper = await newspaper()
    await collector.fetch(paper.item)
    paper.state.page = { status: 410, body: '' }
    paper.state.listed = false
    expect(await paper.polled()).toEqual([paper.item])
    const outcome = await collector.fetch(paper.item)
    expect(outcome.kind === 'done' && outcome.next.map((next) => next.stage)).toEqual(['resolve', 'resolve'])
    expect((await documents(paper.item)).map((row) => row.availability)).toEqual(['withdrawn', 'withdrawn'])
  })

  it('stays when it has only left the feed', async () => {
    await using paper = await newspaper()
    await collector.fetch(paper.item)
    paper.state.listed = false
    expect(await paper.polled()).toEqual([paper.item])
    expect(await collector.fetch(paper.item)).toEqual({ kind: 'done', next: [] })
    expect((await documents(paper.item)).map((row) => row.availability)).toEqual(['live', 'live'])
  })

  it('takes the full text of the feed when the page cannot be had', async () => {
    const extra = `<content:encoded><![CDATA[<p>${words.repeat(8)}</p>]]></content:encoded>`
    await using paper = await newspaper({ extra, page: { status: 403, body: '' } })
    expect((await collector.fetch(paper.item)).kind).toBe('done')
    const [document] = await documents(paper.item)
    expect((await getReadable(collector.store.db, document!.document_id))?.text).toContain('found eleven people')
  })

  it('throws what hinders it when the feed has only a teaser', async () => {
    await using paper = await newspaper({ extra: '<description>Eleven people were found.</description>', page: { status: 503, body: '' } })
    await expect(collector.fetch(paper.item)).rejects.toMatchObject({ code: 'FETCH_HTTP_SERVER', retry: 'later' })
    expect(await documents(paper.item)).toEqual([])
  })

  it('is skipped when there is nothing at its address and never was', async () => {
    await using paper = await newspaper({ page: { status: 404, body: '' } })
    expect(await collector.fetch(paper.item)).toEqual({ kind: 'skipped', reason: 'there is nothing at its address' })
  })

  it('is read from its page when its entry is built to hurt', async () => {
    await using paper = await newspaper({ extra: `<content:encoded><![CDATA[${'<div>'.repeat(50_000)}]]></content:encoded>` })
    expect((await collector.fetch(paper.item)).kind).toBe('done')
    expect(await documents(paper.item)).toHaveLength(2)
  })

  it('refuses a page that is built to hurt its reader', async () => {
    await using paper = await newspaper({ page: { status: 200, body: `<html><body>${'<div>'.repeat(50_000)}deep` } })
    await expect(collector.fetch(paper.item)).rejects.toMatchObject({ code: 'ARTICLE_TOO_LARGE', retry: 'never' })
  })

  it('does not follow its link to a private host that nobody has allowed', async () => {
    await using other = await serveHttp((_, response) => response.end(story()))
    const port = new URL(other.url).port
    await using server = await serveHttp((_, response) =>
      response.end(`<rss version="2.0"><channel><item><guid>x</guid><title>T</title><link>http://localhost:${port}/story</link></item></channel></rss>`),
    )
    const source = await collector.add({ url: `${server.url}/feed` })
    const outcome = await collector.poll(source)
    const item = outcome.kind === 'done' ? outcome.next[0]!.id : ''
    await expect(collector.fetch(item)).rejects.toMatchObject({ code: 'FETCH_PRIVATE_ADDRESS', retry: 'never' })
    expect(other.requests).toEqual([])
  })
})

/** A finished row waits again, as after a poll that saw a change. */
async function reopen(item: string): Promise<void> {
  await collector.store.db
    .updateTable('pipeline.work')
    .set({ state: 'waiting', not_before: new Date(0) })
    .where('stage', '=', 'fetch')
    .where('id', '=', item)
    .execute()
}
