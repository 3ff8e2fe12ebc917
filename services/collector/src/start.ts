import { bindLedger, type Queues, runStage } from '@tipwire/queue'
import type { Log, Metrics } from '@tipwire/runtime'
import { beginWork, markQueued, quarantineWork, retryWork, type Store, startRun } from '@tipwire/store'
import { fetchPolitely } from '@tipwire/web-fetch'
import { type CollectorSettings, defaults } from './config.ts'
import { fetchItem } from './fetch-item.ts'
import { pollSource } from './poll-source.ts'
import { openReader } from './reader/open-reader.ts'

export { readCollectorSettings } from './config.ts'

export type CollectorParts = { store: Store; queues: Queues; log: Log; metrics: Metrics; signal: AbortSignal; settings?: Partial<CollectorSettings> }

/** Works off `poll` and `fetch`: polls feeds, fetches what they link to, and stores documents. */
export async function startCollector({ store, queues, log, metrics, signal, settings: given }: CollectorParts): Promise<AsyncDisposable> {
  await using parts = new AsyncDisposableStack()
  const settings = { ...defaults, ...given }
  const run_id = await startRun(store.db, { service: 'collector', version: '0.1.0' })
  const ledger = bindLedger(store.db, { beginWork, retryWork, quarantineWork, markQueued }, run_id)
  const reader = parts.use(openReader(settings))
  const tools = { store, run_id, reader, settings, fetch: fetchPolitely }
  parts.use(await runStage({ stage: 'poll', queues, ledger, log, metrics, signal }, (work, stop) => pollSource(tools, work, stop)))
  parts.use(await runStage({ stage: 'fetch', queues, ledger, log, metrics, signal }, (work, stop) => fetchItem(tools, work, stop)))
  return parts.move()
}
