import { bindLedger, type Queues, runStage } from '@tipwire/queue'
import type { Log, Metrics } from '@tipwire/runtime'
import { beginWork, markQueued, quarantineWork, retryWork, type Store, startRun } from '@tipwire/store'
import { defaults, type ExtractorSettings } from './config.ts'
import { extractDocument } from './extract-document.ts'
import { openReader } from './open-reader.ts'

export type ExtractorParts = { store: Store; queues: Queues; log: Log; metrics: Metrics; signal: AbortSignal; settings?: Partial<ExtractorSettings> }

/** Works off `extract`: reads documents in threads and stores what they say. */
export async function startExtractor({ store, queues, log, metrics, signal, settings }: ExtractorParts): Promise<AsyncDisposable> {
  await using parts = new AsyncDisposableStack()
  const run_id = await startRun(store.db, { service: 'extractor', version: '0.1.0' })
  const ledger = bindLedger(store.db, { beginWork, retryWork, quarantineWork, markQueued }, run_id)
  const { read } = parts.use(openReader({ ...defaults, ...settings }))
  parts.use(await runStage({ stage: 'extract', queues, ledger, log, metrics, signal }, (work) => extractDocument({ store, run_id, read }, work)))
  return parts.move()
}
