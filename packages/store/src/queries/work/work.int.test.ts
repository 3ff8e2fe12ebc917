import { newId, type Stage, StaleWorkError, type Work } from '@tipwire/domain'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StoreFixture, storeFixture } from '../../../test/store-fixture.ts'
import {
  beginWork,
  dropQuarantined,
  dueWork,
  finishWork,
  listQuarantine,
  markQueued,
  openAll,
  openWork,
  openWorkCounts,
  quarantineWork,
  retryQuarantined,
  retryWork,
  type WorkCount,
  workCounts,
} from '../../index.ts'
import { finishAll } from './finish-work.ts'

let fixture: StoreFixture
beforeAll(async () => {
  fixture = await storeFixture()
})
afterAll(() => fixture[Symbol.asyncDispose]())

const done = { kind: 'done', next: [] } as const
const ids = (count: number) => Array.from({ length: count }, () => newId('doc'))
const past = new Date(0)

async function opened(stage: Stage, count = 1): Promise<string[]> {
  const made = ids(count)
  await openAll(
    fixture.store.db,
    made.map((id) => ({ stage, id })),
  )
  return made
}

function begin(stage: Stage, wanted: readonly string[], max_starts = 3) {
  return beginWork(fixture.store.db, { stage, ids: wanted, max_starts, run_id: fixture.run_id })
}

async function beginOne(stage: Stage, id: string): Promise<Work> {
  const { started } = await begin(stage, [id])
  return started[0] as Work
}

function finish(work: Work, outcome: Parameters<typeof finishWork>[1]['outcome'] = done, again_at?: Date) {
  return fixture.store.transaction((tx) => finishWork(tx, { work, outcome, run_id: fixture.run_id, ...(again_at ? { again_at } : {}) }))
}

function row(stage: Stage, id: string) {
  return fixture.store.db.selectFrom('pipeline.work').selectAll().where('stage', '=', stage).where('id', '=', id).executeTakeFirstOrThrow()
}

describe('beginWork', () => {
  it('starts what waits and names the rest', async () => {
    const [waiting = '', finished = ''] = await opened('fetch', 2)
    await finish(await beginOne('fetch', finished))
    const begun = await begin('fetch', [waiting, finished, 'itm_unknown', waiting])
    expect(begun).toEqual({ started: [{ stage: 'fetch', id: waiting, fence: 1, attempts: 0 }], quarantined: [], stale: [finished, 'itm_unknown'] })
  })

  it('leaves a row alone that is not yet due', async () => {
    const id = newId('itm')
    await openWork(fixture.store.db, { stage: 'fetch', id, not_before: new Date(Date.now() + 60_000) })
    expect((await begin('fetch', [id])).stale).toEqual([id])
  })

  it('quarantines a row that was started too often without an end, and counts each row for itself', async () => {
    const [poison = '', healthy = ''] = await opened('extract', 2)
    await begin('extract', [poison, healthy])
    await begin('extract', [poison])
    await begin('extract', [poison])
    const last = await begin('extract', [poison, healthy])
    expect(last.quarantined).toEqual([poison])
    expect(last.started.map((work) => work.id)).toEqual([healthy])
    expect(await row('extract', poison)).toMatchObject({ state: 'quarantined', error_code: 'STARTED_TOO_OFTEN', starts: 3 })
  })

  it('lets two workers start one row and only the later finish it', async () => {
    const [id = ''] = await opened('resolve')
    const begun = await Promise.all([begin('resolve', [id]), begin('resolve', [id])])
    const [early, late] = begun.flatMap(({ started }) => started).sort((a, b) => a.fence - b.fence)
    expect([early?.fence, late?.fence]).toEqual([1, 2])
    await expect(finish(early!)).rejects.toThrow(StaleWorkError)
    await finish(late!)
    expect((await row('resolve', id)).state).toBe('done')
  })
})

describe('finishWork', () => {
  it('rolls back what a worker wrote that has lost its row, also when it is taken over while it writes', async () => {
    const [id = '', mark = ''] = await opened('publish', 2)
    const slow = await beginOne('publish', id)
    const taken = Promise.withResolvers<void>()
    const lost = fixture.store.transaction(async (tx) => {
      await openWork(tx, { stage: 'fetch', id: `written by ${mark}` })
      await taken.promise
      await finishWork(tx, { work: slow, outcome: done, run_id: fixture.run_id })
    })
    await finish(await beginOne('publish', id))
    taken.resolve()
    await expect(lost).rejects.toThrow(StaleWorkError)
    await expect(row('fetch', `written by ${mark}`)).rejects.toThrow()
  })

  it('waits for a finish of the same row that is under way, and loses', async () => {
    const [id = ''] = await opened('publish')
    const work = await beginOne('publish', id)
    const results = await Promise.allSettled([finish(work), finish(work), finish(work)])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  })

  it('opens what comes next, and again what was done before', async () => {
    const [first = '', second = '', next = ''] = await opened('deduplicate', 3)
    const outcome = { kind: 'done', next: [{ stage: 'extract', id: next }] } as const
    await finish(await beginOne('deduplicate', first), outcome)
    await finish(await beginOne('extract', next))
    await finish(await beginOne('deduplicate', second), outcome)
    expect(await row('extract', next)).toMatchObject({ state: 'waiting', starts: 0, finished_at: null })
  })

  it('takes a row from its worker when it is opened again: that worker may have read the old state', async () => {
    const [id = ''] = await opened('resolve')
    const work = await beginOne('resolve', id)
    await openWork(fixture.store.db, { stage: 'resolve', id })
    await expect(finish(work)).rejects.toThrow(StaleWorkError)
    expect((await row('resolve', id)).queued_at).toBeNull()
  })

  it('keeps the reason of a skip', async () => {
    const [id = ''] = await opened('extract')
    await finish(await beginOne('extract', id), { kind: 'skipped', reason: 'no pack for its language' })
    expect(await row('extract', id)).toMatchObject({ state: 'skipped', reason: 'no pack for its language', run_id: fixture.run_id })
  })

  it('lets a poll wait again, with its starts given back', async () => {
    const [id = ''] = await opened('poll')
    const again = new Date(Date.now() + 900_000)
    await finish(await beginOne('poll', id), done, again)
    expect(await row('poll', id)).toMatchObject({ state: 'waiting', starts: 0, not_before: again, since: again, queued_at: null })
    expect((await begin('poll', [id])).stale).toEqual([id])
  })

  it('ends all of a batch or none', async () => {
    const { started } = await begin('extract', await opened('extract', 3))
    await begin('extract', [started[2]?.id ?? ''])
    const all = () => fixture.store.transaction((tx) => finishAll(tx, { finished: started.map((work) => ({ work, outcome: done })), run_id: fixture.run_id }))
    await expect(all()).rejects.toThrow(started[2]?.id)
    expect((await row('extract', started[0]?.id ?? '')).state).toBe('waiting')
  })
})

describe('openWork', () => {
  it('leaves a row where it is that waits and that nobody has begun', async () => {
    const [id = ''] = await opened('publish')
    await markQueued(fixture.store.db, { stage: 'publish', ids: [id] })
    const before = await row('publish', id)
    await openWork(fixture.store.db, { stage: 'publish', id })
    expect(await row('publish', id)).toMatchObject({ queued_at: before.queued_at, since: before.since })
  })

  it('lets a row be tried at once that waited after a failure', async () => {
    const [id = ''] = await opened('publish')
    const later = new Date(Date.now() + 600_000)
    await retryWork(fixture.store.db, { work: await beginOne('publish', id), code: 'X', message: 'x', not_before: later, run_id: fixture.run_id })
    await openWork(fixture.store.db, { stage: 'publish', id })
    expect(await row('publish', id)).toMatchObject({ attempts: 0, queued_at: null, error_code: null })
    expect((await begin('publish', [id])).started).toHaveLength(1)
  })

  it('gives a quarantined row all of its starts back', async () => {
    const [id = ''] = await opened('extract')
    await begin('extract', [id], 1)
    expect((await begin('extract', [id], 1)).quarantined).toEqual([id])
    await openWork(fixture.store.db, { stage: 'extract', id })
    expect((await begin('extract', [id], 1)).started).toHaveLength(1)
  })
})

describe('retryWork', () => {
  it('waits, counts the attempt and gives the start back', async () => {
    const [id = ''] = await opened('fetch')
    const work = await beginOne('fetch', id)
    const not_before = new Date(Date.now() + 30_000)
    const failure = { work, code: 'FETCH_TIMEOUT', message: 'no answer within 20 s', not_before, run_id: fixture.run_id }
    expect(await retryWork(fixture.store.db, failure)).toBe(true)
    expect(await row('fetch', id)).toMatchObject({ state: 'waiting', starts: 0, attempts: 1, error_code: 'FETCH_TIMEOUT', not_before })
  })

  it('writes nothing for a worker that has lost its row', async () => {
    const [id = ''] = await opened('fetch')
    const early = await beginOne('fetch', id)
    await beginOne('fetch', id)
    const failure = { work: early, code: 'X', message: 'x', run_id: fixture.run_id }
    expect(await retryWork(fixture.store.db, { ...failure, not_before: new Date() })).toBe(false)
    expect(await quarantineWork(fixture.store.db, failure)).toBe(false)
    expect(await row('fetch', id)).toMatchObject({ state: 'waiting', starts: 2, error_code: null })
  })
})

describe('dueWork', () => {
  const due = (limit: number, queued_before = past) => dueWork(fixture.store.db, { stages: ['poll-browser'], limit, queued_before })

  it('gives each waiting row to one caller, also when many ask at once', async () => {
    const made = await opened('poll-browser', 60)
    const taken = (await Promise.all([1, 2, 3, 4, 5, 6].map(() => due(10)))).flat().map((work) => work.id)
    const rest = (await due(100)).map((work) => work.id)
    expect([...taken, ...rest].sort()).toEqual([...made].sort())
  })

  it('takes a row again whose job was lost, and says that it was started', async () => {
    const [id = ''] = await opened('poll-browser')
    await due(100)
    await begin('poll-browser', [id])
    expect(await due(100)).toEqual([])
    expect(await due(100, new Date(Date.now() + 1000))).toContainEqual({ stage: 'poll-browser', id, starts: 1 })
  })

  it('leaves a row that was just made to whoever made it', async () => {
    const [id = ''] = await opened('poll-browser')
    const after = (waited_ms: number) => dueWork(fixture.store.db, { stages: ['poll-browser'], limit: 100, queued_before: past, waited_ms })
    expect((await after(600_000)).map((work) => work.id)).not.toContain(id)
    expect((await after(0)).map((work) => work.id)).toContain(id)
  })

  it('leaves a row alone that somebody has queued', async () => {
    const [id = ''] = await opened('poll-browser')
    await markQueued(fixture.store.db, { stage: 'poll-browser', ids: [id] })
    expect((await due(100)).map((work) => work.id)).not.toContain(id)
  })
})

describe('the quarantine', () => {
  async function quarantined(code: string): Promise<string> {
    const [id = ''] = await opened('extract')
    await quarantineWork(fixture.store.db, { work: await beginOne('extract', id), code, message: 'broken', run_id: fixture.run_id })
    return id
  }

  it('is listed, retried and dropped by cause', async () => {
    const [again, gone] = [await quarantined('CAUSE_ONE'), await quarantined('CAUSE_TWO')]
    expect(await listQuarantine(fixture.store.db, { cause: 'CAUSE_ONE' })).toMatchObject([
      { stage: 'extract', id: again, cause: 'CAUSE_ONE', message: 'broken' },
    ])
    expect(await fixture.store.transaction((tx) => retryQuarantined(tx, { cause: 'CAUSE_ONE' }))).toEqual([{ stage: 'extract', id: again }])
    expect(await fixture.store.transaction((tx) => dropQuarantined(tx, { ids: [gone, again] }))).toEqual([{ stage: 'extract', id: gone }])
    expect(await row('extract', again)).toMatchObject({ state: 'waiting', starts: 0, error_code: null })
    expect(await row('extract', gone)).toMatchObject({ state: 'skipped', reason: 'dropped by an operator: CAUSE_TWO' })
  })
})

it('counts agree, and those of open work leave out what has ended', async () => {
  await finish(await beginOne('fetch', (await opened('fetch'))[0] ?? ''))
  const all = await workCounts(fixture.store.db)
  const open = await openWorkCounts(fixture.store.db)
  expect(all.find((row) => row.stage === 'fetch' && row.state === 'done')?.count).toBeGreaterThan(0)
  const key = (row: WorkCount) => `${row.stage} ${row.state}`
  const expected = all.filter((row) => row.state === 'waiting' || row.state === 'quarantined')
  expect(open.sort((a, b) => key(a).localeCompare(key(b)))).toEqual(expected.sort((a, b) => key(a).localeCompare(key(b))))
})

it('survives the end of its connections by the server', async () => {
  const [id = ''] = await opened('fetch')
  const work = await beginOne('fetch', id)
  const cut = fixture.store.transaction(async (tx) => {
    await finishWork(tx, { work, outcome: done, run_id: fixture.run_id })
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx)
  })
  await expect(cut).rejects.toThrow()
  expect((await row('fetch', id)).state).toBe('waiting')
  await finish(work)
  expect((await row('fetch', id)).state).toBe('done')
})
