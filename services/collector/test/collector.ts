import type { SourceSpec, Work } from '@tipwire/domain'
import { SourceSpec as Spec } from '@tipwire/domain'
import { addSource, beginWork, getSource, openStore, type Store, startRun } from '@tipwire/store'
import { throwawayDatabase } from '@tipwire/testkit'
import { fetchPolitely } from '@tipwire/web-fetch'
import { type CollectorSettings, defaults } from '../src/config.ts'
import { fetchItem } from '../src/fetch-item.ts'
import { pollSource } from '../src/poll-source.ts'
import { openReader } from '../src/reader/open-reader.ts'
import type { Tools } from '../src/tools.ts'

/** A collector on a database of its own, driven by hand: one start of one row at a time. */
export type TestCollector = AsyncDisposable & {
  store: Store
  tools: Tools
  add(spec: Partial<SourceSpec> & { url: string }): Promise<string>
  poll(source_id: string): ReturnType<typeof pollSource>
  fetch(item_id: string): ReturnType<typeof fetchItem>
  health(source_id: string): Promise<{ state: string; state_reason: string | null }>
}

export async function testCollector(settings: Partial<CollectorSettings> = {}): Promise<TestCollector> {
  await using parts = new AsyncDisposableStack()
  const database = parts.use(await throwawayDatabase())
  const store = parts.use(openStore({ connectionString: database.connectionString, max: 4 }))
  const reader = parts.use(openReader({ ...defaults, ...settings }))
  const run_id = await startRun(store.db, { service: 'collector', version: 'test' })
  const tools: Tools = { store, run_id, reader, settings: { ...defaults, deadlineMs: 1500, ...settings }, fetch: fetchPolitely }
  const begin = async (stage: Work['stage'], id: string): Promise<Work> => {
    const { started } = await beginWork(store.db, { stage, ids: [id], max_starts: 1000, run_id })
    const [work] = started
    if (!work) throw new Error(`no ${stage} row waits for ${id}`)
    return work
  }
  const never = new AbortController().signal
  const kept = parts.move()
  return {
    store,
    tools,
    add: (spec) =>
      store.transaction((tx) => addSource(tx, Spec.parse({ name: 'The Invented Courier', allow_private_address: true, poll_every_s: 1, ...spec }))),
    poll: async (id) => {
      await makeDue(store, 'poll', id)
      return pollSource(tools, await begin('poll', id), never)
    },
    fetch: async (id) => fetchItem(tools, await begin('fetch', id), never),
    health: async (id) => {
      const source = await getSource(store.db, id)
      if (!source) throw new Error(`no source ${id}`)
      return { state: source.state, state_reason: source.state_reason }
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

/** A poll row waits for its next time; a test does not. */
async function makeDue(store: Store, stage: 'poll', id: string): Promise<void> {
  await store.db
    .updateTable('pipeline.work')
    .set({ not_before: new Date(0) })
    .where('stage', '=', stage)
    .where('id', '=', id)
    .execute()
}
