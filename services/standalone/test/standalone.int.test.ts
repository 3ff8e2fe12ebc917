import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { SourceSpec } from '@tipwire/domain'
import { createMetrics } from '@tipwire/runtime'
import { addSource, listIncidents, listSources, openStore, readViews, type Store, workCounts } from '@tipwire/store'
import { serveHttp, waitUntil } from '@tipwire/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import { isDrained } from '../src/output/is-drained.ts'
import { startStandalone } from '../src/start.ts'
import { aHome, greeted, startUp, storeOf } from './start-up.ts'

const LONG = 400_000
const hasBrowser = ['/usr/bin/chromium', '/usr/bin/google-chrome'].some((path) => existsSync(path))

describe('startStandalone', { timeout: LONG }, () => {
  let open: AsyncDisposableStack

  beforeEach(() => {
    open = new AsyncDisposableStack()
  })
  afterEach(() => open.disposeAsync())

  async function incidents(store: Store) {
    const { rows } = await readViews(store.db, (views) => listIncidents(views, {}, { limit: 200 }))
    return rows
      .map(({ title, timeline_date, reports, independent_sources, rescued, arrested, verification }) => ({
        title,
        timeline_date,
        reports,
        independent_sources,
        rescued,
        arrested,
        verification,
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }

  /** Everything is through, and at least these sources (by name) were read; a browser may need a second attempt on a busy machine. */
  async function drained(store: Store, read: string[] = []): Promise<string[]> {
    return await waitUntil(
      `everything is through and ${read.length} sources were read`,
      async () => {
        const ok = (await listSources(store.db)).filter((source) => source.last_fetch_ok_at !== null).map((source) => source.name)
        return read.every((name) => ok.includes(name)) && (await isDrained(store)) ? ok.sort() : null
      },
      120_000,
    )
  }

  it('shows the sample, ends within ten seconds, goes on at the next start, and loses and doubles nothing when its pipeline is killed', async () => {
    const calm = open.use(await aHome())
    const first = startUp(calm)
    open.use(first)
    const words = await greeted(first)
    expect(words).toMatch(
      /^Tipwire runs\. SAMPLE DATA: invented news, kept apart from yours\.\n {2}first event {3}\S.*\n {2}so far {8}\d+ documents → \d+ incidents .*\n {2}look {10}http:/,
    )
    expect((await stat(join(calm.directory, 'connection.json'))).mode & 0o777).toBe(0o600)
    const store = open.use(await storeOf(first))
    const outlets = (await listSources(store.db)).filter(({ adapter }) => adapter === 'press-page' && hasBrowser).map(({ name }) => name)
    const read = await drained(store, outlets)
    const expected = await incidents(store)
    expect(expected.length).toBeGreaterThan(10)
    const since = Date.now()
    expect(await first.stop()).toBe(0)
    expect(Date.now() - since).toBeLessThan(10_000)

    const again = startUp(calm)
    open.use(again)
    expect((await greeted(again)).split('\n').at(-2)).toBe(words.split('\n').at(-2))
    await drained(store, read)
    expect(await incidents(store)).toEqual(expected)
    await again.stop()

    const stormy = open.use(await aHome())
    const signal = new AbortController().signal
    const printed: string[] = []
    const say = () => undefined
    const hurt = open.use(await startStandalone({ ...readConfig(stormy.env), metrics: createMetrics(), signal, say, print: (text) => printed.push(text) }))
    const { database, pipeline } = hurt.running()
    const other = open.use(openStore({ connectionString: database.service, max: 2 }))
    const seen = new Set<string>()
    for (let kills = 0; kills < 3; kills++) {
      const runs = await waitUntil('a new process of the pipeline is at work', () => runsAtWork(other, seen), 60_000)
      const pid = await waitUntil('it has a number', () => pipeline.pid())
      process.kill(pid, 'SIGKILL')
      for (const run of runs) seen.add(run)
    }
    await waitUntil('the first words are printed', () => printed.length > 0, 100_000)
    await drained(other, read)
    expect(await incidents(other)).toEqual(expected)
    const doomed = (await workCounts(other.db)).filter(({ state, stage }) => state === 'quarantined' && stage !== 'extract')
    expect(doomed).toEqual([])
  })

  it('ends the sample when the first own source is there, and keeps to free ports', async () => {
    const home = open.use(await aHome())
    for (const port of [home.env.PORT, home.env.DATABASE_PORT]) {
      const taken = createServer().listen(Number(port), '127.0.0.1')
      await once(taken, 'listening')
      open.defer(() => new Promise<void>((resolve) => taken.close(() => resolve())))
    }
    const feed = open.use(
      await serveHttp((_request, response) =>
        response
          .setHeader('content-type', 'application/rss+xml')
          .end('<rss version="2.0"><channel><title>River Post</title><item><guid>1</guid><title>Nothing new</title></item></channel></rss>'),
      ),
    )
    const up = startUp(home)
    open.use(up)
    const { own_service, api, sample } = await waitUntil('it can be reached', () => up.connection().catch(() => null), 60_000)
    expect(sample).toBe(true)
    expect(api).toBe(`http://127.0.0.1:${Number(home.env.PORT) + 1}`)
    await waitUntil('it says so', () => up.err().includes(`Port ${home.env.PORT} is taken: the page is at ${api}.`))
    expect(up.err()).toContain(`Port ${home.env.DATABASE_PORT} is taken: the database listens on ${new URL(own_service).port}.`)
    const own = open.use(openStore({ connectionString: own_service }))
    await own.transaction((tx) => addSource(tx, SourceSpec.parse({ name: 'River Post', url: `${feed.url}/feed`, allow_private_address: true })))
    await waitUntil('the own store is in use', async () => !(await up.connection()).sample, 30_000)
    await waitUntil('the own source is polled', async () => (await listSources(own.db))[0]?.last_fetch_ok_at, 60_000)
    expect(up.err()).toContain('the sample ends, your own store begins')
    await waitUntil('the API answers', () => fetch(`${api}/healthz`).then((answer) => answer.ok), 20_000)
  })

  it.each([
    [{ DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/mine' }, /^Connecting.*\nDATABASE_URL .*127\.0\.0\.1:1.*nothing answers there/],
    [{ REDIS_URL: 'redis://:secret@127.0.0.1:1' }, /^Nothing answers at redis:.*unset REDIS_URL/],
  ])('says in one line that nothing answers where %j points', async (env, words) => {
    const up = startUp(open.use(await aHome(env)))
    expect(await up.exit).toBe(2)
    expect(up.err()).toMatch(words)
    expect(up.err()).not.toMatch(/secret|\n\s+at /)
  })

  it('says what a file of sources should be before anything is started', async () => {
    const home = open.use(await aHome())
    const file = join(home.directory, '../sources.json')
    await writeFile(file, '{ "sources": [{ "url": "https://n.example/feed" }] }')
    const up = startUp({ ...home, env: { ...home.env, TIPWIRE_SOURCES: file } })
    expect(await up.exit).toBe(2)
    expect(up.err()).toMatch(/^\S+sources\.json is not a list of sources:[\s\S]*sources\[0\]\.name[\s\S]*It should be \{ "sources"/)
  })

  it('refuses to run twice in one directory and leaves the first one alone', async () => {
    const home = open.use(await aHome())
    const first = startUp(home)
    open.use(first)
    const { api } = await waitUntil('it can be reached', () => first.connection().catch(() => null), 60_000)
    const second = startUp(home)
    expect(await second.exit).toBe(2)
    expect(second.err()).toContain('runs on this database already')
    expect((await fetch(`${api}/readyz`)).status).toBe(200)
  })
})

/** The runs that have begun rows and not finished them, when one of them is new; null until then. Every start of a service is a run of its own. */
async function runsAtWork(store: Store, seen: ReadonlySet<string>): Promise<string[] | null> {
  const rows = await store.db.selectFrom('pipeline.work').select('run_id').distinct().where('state', '=', 'waiting').where('starts', '>', 0).execute()
  const runs = rows.map(({ run_id }) => run_id ?? '')
  return runs.some((run) => !seen.has(run)) ? runs : null
}
