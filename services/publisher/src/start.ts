import { bindLedger, type Queues, runStage } from '@tipwire/queue'
import type { Log, Metrics } from '@tipwire/runtime'
import { beginWork, markQueued, quarantineWork, retryWork, type Store, startRun } from '@tipwire/store'
import { publishDocument } from './publish-document.ts'

export type PublisherParts = { store: Store; queues: Queues; log: Log; metrics: Metrics; signal: AbortSignal }

/** Works off `publish`: gives committed changes their place in the feed and tells readers. */
export async function startPublisher({ store, queues, log, metrics, signal }: PublisherParts): Promise<AsyncDisposable> {
  const run_id = await startRun(store.db, { service: 'publisher', version: '0.1.0' })
  const ledger = bindLedger(store.db, { beginWork, retryWork, quarantineWork, markQueued }, run_id)
  return runStage({ stage: 'publish', queues, ledger, log, metrics, signal }, (work) => publishDocument({ store, run_id }, work))
}
