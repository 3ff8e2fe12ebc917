import { waitUntil } from '@tipwire/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StoreFixture, storeFixture } from '../../../test/store-fixture.ts'
import { closeHost, endTurn, getRobots, openStore, saveRobots, takeTurn } from '../../index.ts'

let fixture: StoreFixture
beforeAll(async () => {
  fixture = await storeFixture()
})
afterAll(() => fixture[Symbol.asyncDispose]())

const HOUR = 3_600_000
const ask = (host: string, more: { every_ms?: number; busy_ms?: number; front?: boolean } = {}) =>
  takeTurn(fixture.store.db, { host, every_ms: HOUR / 10, busy_ms: 0, ...more })

async function waits(host: string, more: { every_ms?: number; front?: boolean } = {}): Promise<number> {
  const turn = await ask(host, more)
  if (turn.granted) throw new Error('the turn was granted')
  return turn.wait_ms / (HOUR / 10)
}

/** As if the turn before had been taken long ago. */
const makeFree = (host: string) =>
  sql`update pipeline.hosts set next_at = now() - interval '1 second', line_ends_at = now() - interval '1 second' where host = ${host}`.execute(
    fixture.store.db,
  )

describe('takeTurn', () => {
  it('grants one turn, and the next when its time has come', async () => {
    expect(await ask('one.example')).toEqual({ granted: true })
    expect((await ask('one.example')).granted).toBe(false)
    expect(await ask('another.example')).toEqual({ granted: true })
    await makeFree('one.example')
    expect(await ask('one.example')).toEqual({ granted: true })
  })

  it('sends those who come too early one after the other, and one in front at once', async () => {
    await ask('line.example')
    expect(await waits('line.example')).toBeCloseTo(2.1, 1)
    expect(await waits('line.example')).toBeCloseTo(3.2, 1)
    expect(await waits('line.example', { front: true })).toBeCloseTo(1, 1)
    expect(await waits('line.example')).toBeCloseTo(4.3, 1)
  })

  it('sends nobody further back than an hour', async () => {
    await ask('long.example')
    for (let count = 0; count < 20; count += 1) await ask('long.example')
    expect(await waits('long.example')).toBeCloseTo(11, 1)
  })

  it('gives one of many who ask at once the turn, over several connections', async () => {
    await using other = openStore({ connectionString: fixture.connectionString, max: 10 })
    for (const round of [1, 2, 3]) {
      const stores = Array.from({ length: 16 }, (_, index) => (index % 2 === 0 ? fixture.store : other))
      const turns = await Promise.all(stores.map(({ db }) => takeTurn(db, { host: 'race.example', every_ms: HOUR, busy_ms: 0 })))
      expect(
        turns.filter((turn) => turn.granted),
        `round ${round}`,
      ).toHaveLength(1)
      await makeFree('race.example')
    }
  })

  it('lets nobody in while a request is under way, and at the longest for the time it may take', async () => {
    await ask('slow.example', { busy_ms: HOUR })
    await makeFree('slow.example')
    expect((await ask('slow.example')).granted).toBe(false)
    expect(await waits('slow.example', { front: true })).toBeCloseTo(1, 1)
    await endTurn(fixture.store.db, 'slow.example')
    await makeFree('slow.example')
    expect(await ask('slow.example', { busy_ms: 1 })).toEqual({ granted: true })
    // Whoever took it has died.
    await makeFree('slow.example')
    await waitUntil('its time is over', async () => (await ask('slow.example')).granted)
  })

  it('lets everybody in where there is no pace, unless the host is closed', async () => {
    expect([await ask('free.example', { every_ms: 0 }), await ask('free.example', { every_ms: 0 })]).toEqual([{ granted: true }, { granted: true }])
    await closeHost(fixture.store.db, { host: 'free.example', for_ms: HOUR })
    expect(await waits('free.example', { every_ms: 0 })).toBeCloseTo(10, 1)
  })
})

it('closeHost holds all back until then, and never shortens', async () => {
  await closeHost(fixture.store.db, { host: 'closed.example', for_ms: HOUR })
  await closeHost(fixture.store.db, { host: 'closed.example', for_ms: 1000 })
  expect(await waits('closed.example', { front: true })).toBeCloseTo(10, 1)
  expect(await waits('closed.example')).toBeCloseTo(11.1, 1)
})

it('saveRobots keeps the last answer of a host and its age, and leaves its pace alone', async () => {
  const { db } = fixture.store
  await ask('robots.example')
  expect(await getRobots(db, 'robots.example')).toBe(null)
  await saveRobots(db, { host: 'robots.example', robots: 'User-agent: *\u0000', status: 200 })
  expect(await getRobots(db, 'robots.example')).toMatchObject({ robots: 'User-agent: *\ufffd', status: 200 })
  await saveRobots(db, { host: 'robots.example', robots: null, status: 503 })
  const known = await getRobots(db, 'robots.example')
  expect(known).toMatchObject({ robots: null, status: 503 })
  expect(known?.age_ms).toBeLessThan(60_000)
  expect((await ask('robots.example')).granted).toBe(false)
})
