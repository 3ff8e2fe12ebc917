import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort, generateDocuments, randomOf, type ServedDocuments, serveDocuments, settleAccounts, statedIncidents, waitUntil } from '@tipwire/testkit'
import { expect, test } from 'vitest'

const main = fileURLToPath(new URL('../../services/standalone/src/main.ts', import.meta.url))
const documents = [...generateDocuments({ seed: 11, documents: 50 })]
const kills = 5

test('killed with SIGKILL at five random moments and started again, the whole loses nothing, doubles nothing, and says the same', async () => {
  await using web = await serveDocuments(documents)
  await using calm = await aHome(web)
  await using harmed = await aHome(web)
  const moment = randomOf(Date.now() % 100_000, 'moments')

  const expected = await finish(calm)

  for (let i = 0; i < kills; i++) {
    const child = start(harmed)
    // The first start sets the database up; from then on every moment is a moment of work.
    if (i === 0) await waitUntil('the first start has begun to work', () => existsSync(harmed.connectionFile), 120_000)
    await delay(moment.whole(100, 4000))
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const told = await finish(harmed)

  expect(told.accounts).toMatchObject({ inputs: documents.length, settled: documents.length, lost: [], duplicated: [], dead: [] })
  expect(expected.accounts).toMatchObject({ lost: [], duplicated: [], dead: [] })
  expect(told.incidents.length).toBeGreaterThan(5)
  expect(told.incidents).toEqual(expected.incidents)
}, 400_000)

type Home = AsyncDisposable & { connectionFile: string; env: NodeJS.ProcessEnv }

/** A place of its own for a Tipwire, with the feeds of a local web as its sources. */
async function aHome(web: ServedDocuments): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'tipwire-kill-'))
  // The server's user may enter, so that the data lies in this folder and goes with it.
  await chmod(folder, 0o755)
  const sourcesFile = join(folder, 'sources.json')
  const sources = web.feeds.map(({ name, url }) => ({ name, url, lang: 'en', tz: 'Asia/Bangkok', allow_private_address: true }))
  await writeFile(sourcesFile, JSON.stringify({ sources }))
  const { PATH, HOME } = process.env
  const ports = { PORT: String(await freePort()), DATABASE_PORT: String(await freePort()) }
  return {
    connectionFile: join(folder, 'home', 'connection.json'),
    env: { PATH, HOME, TIPWIRE_HOME: join(folder, 'home'), TIPWIRE_SOURCES: sourcesFile, ...ports },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

function start(home: Home): ChildProcess {
  return spawn(process.execPath, [main], { env: home.env, stdio: 'ignore' })
}

/** Starts a Tipwire, lets it work until every document is settled, takes stock and stops it as Ctrl-C would. */
async function finish(home: Home) {
  const child = start(home)
  try {
    await waitUntil('Tipwire runs', () => child.exitCode === null && existsSync(home.connectionFile), 120_000)
    const { own_service } = JSON.parse(await readFile(home.connectionFile, 'utf8'))
    await waitUntil('every document is settled', async () => (await settleAccounts(own_service, documents)).lost.length === 0, 150_000)
    return { accounts: await settleAccounts(own_service, documents), incidents: await statedIncidents(own_service) }
  } finally {
    child.kill('SIGINT')
    if (child.exitCode === null) await once(child, 'exit')
  }
}
