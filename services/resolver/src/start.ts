import { bindLedger, type Queues, runStage } from '@tipwire/queue'
import type { Log, Metrics } from '@tipwire/runtime'
import { beginWork, markQueued, quarantineWork, retryWork, type Store, startRun } from '@tipwire/store'
import { resolveDocument } from './resolve-document.ts'

export type ResolverParts = { store: Store; queues: Queues; log: Log; metrics: Metrics; signal: AbortSignal }

/** Works off `resolve`: turns readings into incidents, events and statistics, or revises the known ones. */
export async function startResolver({ store, queues, log, metrics, signal }: ResolverParts): Promise<AsyncDisposable> {
  const run_id = await startRun(store.db, { service: 'resolver', version: '0.1.0' })
  const ledger = bindLedger(store.db, { beginWork, retryWork, quarantineWork, markQueued }, run_id)
  return runStage({ stage: 'resolve', queues, ledger, log, metrics, signal }, (work) => resolveDocument({ store, run_id }, work))
}
