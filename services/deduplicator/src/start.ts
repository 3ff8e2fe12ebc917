import { bindLedger, type Queues, runStage } from '@tipwire/queue'
import type { Log, Metrics } from '@tipwire/runtime'
import { beginWork, markQueued, quarantineWork, retryWork, type Store, startRun } from '@tipwire/store'
import { deduplicateDocument } from './deduplicate-document.ts'

export type DeduplicatorParts = { store: Store; queues: Queues; log: Log; metrics: Metrics; signal: AbortSignal }

/** Works off `deduplicate`: finds out which documents are copies of others. */
export async function startDeduplicator({ store, queues, log, metrics, signal }: DeduplicatorParts): Promise<AsyncDisposable> {
  const run_id = await startRun(store.db, { service: 'deduplicator', version: '0.1.0' })
  const ledger = bindLedger(store.db, { beginWork, retryWork, quarantineWork, markQueued }, run_id)
  return runStage({ stage: 'deduplicate', queues, ledger, log, metrics, signal }, (work) => deduplicateDocument({ store, run_id }, work))
}
