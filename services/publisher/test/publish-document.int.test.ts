import { beginWork, openStore, openWork, recordReports, startRun } from '@tipwire/store'
import { queryRows, throwawayDatabase } from '@tipwire/testkit'
import { expect, it } from 'vitest'
import { publishDocument } from '../src/publish-document.ts'

async function publisherFixture() {
  await using parts = new AsyncDisposableStack()
  const { connectionString } = parts.use(await throwawayDatabase())
  const store = parts.use(openStore({ connectionString, applicationName: 'publisher test' }))
  const run_id = await startRun(store.db, { service: 'test', version: '0' })
  const kept = parts.move()
  return {
    store,
    run_id,
    change: (commit_id: number) =>
      store.transaction((tx) =>
        recordReports(tx, {
          changes: [{ subject: 'event', subject_id: 'evt_1', document_id: `doc_${commit_id}`, action: 'remove' }],
          under: { reason: 'withdrawn', commit_id, run_id },
        }),
      ),
    async begin(id: string) {
      await store.transaction((tx) => openWork(tx, { stage: 'publish', id }))
      const { started } = await beginWork(store.db, { stage: 'publish', ids: [id], max_starts: 3, run_id })
      if (!started[0]) throw new Error('not started')
      return started[0]
    },
    feed: () => queryRows(connectionString, 'select cursor, commit_id from tipwire.changes order by cursor'),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

it('publishes all that waits, in the order of commits, and ends its work', async () => {
  await using wire = await publisherFixture()
  for (const commit_id of [2, 1, 3]) await wire.change(commit_id)
  expect(await publishDocument(wire, await wire.begin('doc_1'))).toEqual({ kind: 'done', next: [] })
  expect(await wire.feed()).toEqual([1, 2, 3].map((n) => ({ cursor: n, commit_id: n })))
})

it('gives no cursor in the name of work that was taken over, and leaves no gap', async () => {
  await using wire = await publisherFixture()
  await wire.change(1)
  const work = await wire.begin('doc_1')
  await expect(publishDocument(wire, { ...work, fence: work.fence - 1 })).rejects.toThrow('taken over')
  expect(await wire.feed()).toEqual([])
  await publishDocument(wire, work)
  expect(await wire.feed()).toEqual([{ cursor: 1, commit_id: 1 }])
})
