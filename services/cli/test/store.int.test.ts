import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beginWork, finishWork, listSources, openStore, quarantineWork, type Store, startRun, workCounts } from '@tipwire/store'
import { serveHttp, type ThrowawayDatabase, throwawayDatabase } from '@tipwire/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

let database: ThrowawayDatabase
let store: Store
beforeAll(async () => {
  database = await throwawayDatabase()
  store = openStore({ connectionString: database.connectionString })
})
afterAll(async () => {
  await store.close()
  await database[Symbol.asyncDispose]()
})

const cli = (args: string[], input = '') => runCli(args, { input, env: { DATABASE_URL: database.connectionString } })
const waitingFetches = async () => (await workCounts(store.db)).find((row) => row.stage === 'fetch' && row.state === 'waiting')?.count ?? 0

test('sql prints a table, JSON or CSV', async () => {
  const question = "select 'Cambodia' as country, 14 as rescued, array['IN','TH'] as of union all select 'Laos', null, '{}'"
  expect((await cli(['sql', question])).stdout).toBe('country   rescued  of\n────────  ───────  ──────\nCambodia       14  IN, TH\nLaos\n')
  expect((await cli(['sql', question, '--json'])).stdout).toContain('"rescued": 14')
  expect((await cli(['sql', '-', '--csv'], question)).stdout).toBe('\ufeffcountry,rescued,of\r\nCambodia,14,IN;TH\r\nLaos,,\n')
})

test('sql reads the public views and nothing else, and writes nothing', async () => {
  expect(await cli(['sql', 'select * from tipwire.incidents'])).toMatchObject({ code: 0, stdout: '(no rows)\n' })
  for (const question of ['select * from pipeline.sources', 'select * from restricted.items', 'create table t ()', 'delete from tipwire.events']) {
    const { code, stdout, stderr } = await cli(['sql', question])
    expect([question, code, stdout]).toEqual([question, 1, ''])
    expect(stderr).toMatch(/^tipwire: .+/)
  }
})

test('sql ends a question that takes too long, and shows no more rows than asked for', async () => {
  expect((await cli(['sql', 'select count(*) from generate_series(1, 100000000000)', '--timeout', '1'])).stderr).toContain('--timeout')
  const { stdout, stderr } = await cli(['sql', 'select n from generate_series(1, 5) n', '--limit', '2', '--json'])
  expect([JSON.parse(stdout), stderr]).toEqual([[{ n: 1 }, { n: 2 }], expect.stringContaining('first 2 rows')])
})

test('a link is filed once, under a source that is never polled', async () => {
  const before = await waitingFetches()
  const first = await cli(['add', 'https://paper.example/news/1#comments'])
  expect(first.json()).toMatchObject({ url: 'https://paper.example/news/1', new_items: [expect.stringMatching(/^itm_/)] })
  const again = await cli(['add', 'https://paper.example/news/1'])
  expect(again.json()).toMatchObject({ new_items: [], known: 1 })
  expect(await waitingFetches()).toBe(before + 1)
  expect((await listSources(store.db)).filter((source) => source.name === 'paper.example')).toMatchObject([{ state: 'paused' }])
  const { code, stderr } = await cli(['add', 'ftp://paper.example/x'])
  expect([code, stderr]).toEqual([2, expect.stringContaining('no web address')])
})

test('a history is taken once, documents as they are, bad lines told', async () => {
  const document = {
    id: 'old-1',
    title: 'Old news',
    published_at: '2019-05-01T08:00:00+07:00',
    lang: 'en',
    text: 'First.\n\nSecond <b>not bold</b>.',
    publisher: 'Old Paper',
    url: 'https://old.example/1',
  }
  const lines = [
    JSON.stringify(document),
    'https://old.example/2',
    '{"url":"https://old.example/3"}',
    'nonsense',
    JSON.stringify({ ...document, id: 'old-4', text: 4 }),
  ]
  const { code, json, stderr } = await cli(['import', '-'], lines.join('\n'))
  expect(code).toBe(1)
  expect(json()).toEqual({ lines: 5, new_items: 3, changed_items: 0, known: 0, bad_lines: 2 })
  expect(stderr).toMatch(/line 4: nonsense is no web address/)
  expect(stderr).toMatch(/line 5: text: /)
  expect((await cli(['import', '-'], lines.slice(0, 3).join('\n'))).json()).toMatchObject({ new_items: 0, known: 3 })
})

test('a feed is tried, watched, paused and resumed', async () => {
  const article = `<html lang="en"><head><title>Nine freed</title></head><body><article><h1>Nine freed</h1><p>Police rescued nine Thai women from a scam compound in Cambodia on Sunday.</p><p>${'They are cared for by a charity in the capital. '.repeat(12)}</p></article></body></html>`
  await using server = await serveHttp((request, response) => {
    if (request.url === '/feed')
      response.end(
        `<rss version="2.0"><channel><title>Nine Times</title><language>en</language><item><guid>9</guid><title>Nine freed</title><link>${server.url}/9</link><pubDate>Mon, 06 May 2024 02:00:00 GMT</pubDate></item></channel></rss>`,
      )
    else response.setHeader('content-type', 'text/html').end(article)
  })
  const url = `${server.url}/feed`
  expect((await cli(['source', 'test', url, '--allow-private'])).stdout).toContain('Nine freed')
  expect((await listSources(store.db)).some((source) => source.url === url)).toBe(false)

  const unasked = await cli(['source', 'add', url, '--allow-private'])
  expect([unasked.code, unasked.stderr]).toEqual([2, expect.stringContaining('--yes')])
  const added = await cli(['source', 'add', url, '--allow-private', '--country', 'th', '--tz', 'Asia/Bangkok', '--yes'])
  expect(added.code).toBe(0)
  expect(added.stdout).toMatch(/events\s+Nine freed\s+rescue 9 rescued/)
  expect(added.stdout).toContain('1 of the last 1 items would become events.')
  const source = (await listSources(store.db)).find((one) => one.url === url)
  expect(source).toMatchObject({ name: 'Nine Times', country: 'TH', tz: 'Asia/Bangkok', lang: 'en', state: 'new', sample: false })

  expect((await cli(['source', 'add', url, '--allow-private', '--yes', '--no-preview'])).stderr).toContain('watched already')
  expect((await cli(['source', 'pause', url])).code).toBe(0)
  expect((await cli(['source', 'list'])).stdout).toMatch(/Nine Times\s+rss_news\s+paused\s+by an operator/)
  expect((await cli(['source', 'resume', source?.source_id ?? ''])).stderr).toContain('polled again')
  expect((await cli(['source', 'pause', 'src_none'])).code).toBe(2)
})

test.each([
  ['<html><body>Welcome</body></html>', 'names no feed that works'],
  ['', 'FEED_EMPTY'],
])('what is no feed is not watched: %j', async (body, words) => {
  await using server = await serveHttp((_request, response) => response.end(body))
  const { code, stderr } = await cli(['source', 'add', server.url, '--allow-private', '--yes'])
  expect([code, stderr]).toEqual([1, expect.stringContaining(words)])
})

test('a page is asked for its feed', async () => {
  const feed = '<rss version="2.0"><channel><title>Ten Times</title><item><guid>1</guid><title>Ten freed</title></item></channel></rss>'
  const page =
    '<html><head><link rel="alternate" type="application/rss+xml" href="/broken"><link rel="alternate" type="application/rss+xml" href="/news"></head></html>'
  await using server = await serveHttp((request, response) =>
    response.writeHead(request.url === '/broken' ? 404 : 200).end(request.url === '/news' ? feed : page),
  )
  const { stdout, stderr } = await cli(['source', 'test', server.url, '--allow-private', '--json'])
  expect(JSON.parse(stdout)).toMatchObject({ source: { url: `${server.url}/news`, name: 'Ten Times' }, entries: [{ title: 'Ten freed' }] })
  expect(stderr).toContain('its feed is at')
})

test('sources travel as OPML', async () => {
  const opml = `<opml version="2.0" xmlns:tipwire="urn:tipwire:source"><body><outline text="Embassies"><outline type="rss" text="The Embassy" xmlUrl="https://embassy.example/feed" tipwire:kind="embassy" tipwire:tz="Asia/Phnom_Penh" tipwire:allow_private_address="true"/></outline>
    <outline type="rss" text="The Paper" xmlUrl="https://paper.example/feed"/><outline type="rss" text="Local" xmlUrl="file:///etc/passwd"/></body></opml>`
  const shown = await cli(['source', 'import-opml', '-', '--dry-run'], opml)
  expect([shown.code, shown.json()]).toMatchObject([
    1,
    { would_be_added: [{ kind: 'embassy' }, { kind: 'rss_news' }], refused: [{ url: 'file:///etc/passwd' }] },
  ])
  const added = await cli(['source', 'import-opml', '-', '--every', '600'], opml)
  expect(added.json()).toMatchObject({ added: [{ name: 'The Embassy' }, { name: 'The Paper' }], known: 0 })
  expect((await cli(['source', 'import-opml', '-'], opml)).json()).toMatchObject({ added: [], known: 2 })
  const embassy = (await listSources(store.db)).find((source) => source.url === 'https://embassy.example/feed')
  expect(embassy).toMatchObject({ kind: 'embassy', tz: 'Asia/Phnom_Penh', poll_every_s: 600, allow_private_address: false })
  const { stdout } = await cli(['source', 'export-opml'])
  expect(stdout).toContain('xmlUrl="https://embassy.example/feed" tipwire:kind="embassy"')
  expect(stdout).not.toContain('xmlUrl="https://paper.example/"')
  expect((await cli(['source', 'import-opml', '-'], '<rss/>')).code).toBe(2)
})

test('what a source is told to be is checked before anything is fetched', async () => {
  for (const [option, value] of [
    ['--tz', 'Cambodia'],
    ['--country', 'Cambodia'],
    ['--kind', 'blog'],
    ['--every', 'often'],
  ] as const) {
    const { code, stderr } = await cli(['source', 'add', 'http://127.0.0.1:1/feed', option, value])
    expect([option, code]).toEqual([option, 2])
    expect(stderr).toMatch(/time zone|two letters|cannot be described/)
  }
})

test('quarantine is listed, retried and dropped by cause; trace tells why', async () => {
  const { json } = await cli(['add', 'https://broken.example/1'])
  const id = (json()['new_items'] as string[])[0] as string
  const run_id = await startRun(store.db, { service: 'test', version: '0' })
  const { started } = await beginWork(store.db, { stage: 'fetch', ids: [id], max_starts: 3, run_id })
  await quarantineWork(store.db, { work: started[0] as never, code: 'FETCH_TIMEOUT', message: 'The answer took too long.', run_id })

  expect((await cli(['quarantine', 'list'])).stdout).toMatch(new RegExp(`fetch\\s+${id}\\s+FETCH_TIMEOUT`))
  expect((await cli(['status', '--json'])).json()).toMatchObject({ quarantine: [{ stage: 'fetch', cause: 'FETCH_TIMEOUT', count: 1 }] })
  expect((await cli(['trace', 'https://broken.example/1'])).stdout).toMatch(/quarantined\s+FETCH_TIMEOUT: The answer took too long/)
  expect((await cli(['quarantine', 'drop', '--cause', 'FETCH_TIMEOUT'])).code).toBe(2)
  expect((await cli(['quarantine', 'retry', '--cause', 'NO_SUCH'])).json()).toEqual([])
  expect((await cli(['quarantine', 'retry', '--cause', 'FETCH_TIMEOUT'])).json()).toEqual([{ stage: 'fetch', id }])
  expect((await cli(['quarantine', 'list'])).stdout).toBe('Quarantine is empty.\n')
})

test('trace says when nothing is known, and what became of a row', async () => {
  expect(await cli(['trace', 'https://never.example/'])).toMatchObject({ code: 1, stdout: expect.stringContaining('Nothing is known') })
  const { json } = await cli(['add', 'https://skipped.example/1'])
  const id = (json()['new_items'] as string[])[0] as string
  const run_id = await startRun(store.db, { service: 'test', version: '0' })
  const { started } = await beginWork(store.db, { stage: 'fetch', ids: [id], max_starts: 3, run_id })
  await store.transaction((tx) => finishWork(tx, { work: started[0] as never, outcome: { kind: 'skipped', reason: 'nothing to read' }, run_id }))
  expect((await cli(['trace', id])).stdout).toMatch(/fetch\s+itm_\w+\s+skipped\s+nothing to read/)
})

test('while the sample is shown, an own source goes into the own store', async () => {
  await using own = await throwawayDatabase()
  const home = mkdtempSync(join(tmpdir(), 'tipwire-home-'))
  const connection = {
    sample: true,
    api: 'http://127.0.0.1:1',
    analyst: database.connectionString,
    service: database.connectionString,
    own_analyst: own.connectionString,
    own_service: own.connectionString,
    pid: 1,
  }
  writeFileSync(join(home, 'connection.json'), JSON.stringify(connection))
  await using server = await serveHttp((_request, response) => response.end('<rss version="2.0"><channel><title>Mine</title></channel></rss>'))
  const { stderr, code } = await runCli(['source', 'add', server.url, '--allow-private', '--yes'], { env: { TIPWIRE_HOME: home } })
  expect([code, stderr]).toEqual([0, expect.stringContaining('the sample ends')])
  await using ownStore = openStore({ connectionString: own.connectionString })
  expect(await listSources(ownStore.db)).toMatchObject([{ name: 'Mine' }])
  expect((await listSources(store.db)).some((source) => source.name === 'Mine')).toBe(false)
  expect((await runCli(['sql', 'select 1 as one'], { env: { TIPWIRE_HOME: home } })).stderr).toContain('SAMPLE DATA')
})

test('doctor finds a sound database, and an absent one', async () => {
  const sound = await cli(['doctor', '--json'])
  const found = JSON.parse(sound.stdout) as { name: string; state: string }[]
  expect(found.filter(({ name }) => ['node', 'database', 'connections', 'clock'].includes(name)).map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok'])
  const absent = await runCli(['doctor'], { env: { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' } })
  expect([absent.code, absent.stdout]).toEqual([1, expect.stringMatching(/BAD\s+database/)])
})
