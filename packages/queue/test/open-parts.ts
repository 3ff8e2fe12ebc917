import { createLog, createMetrics } from '@tipwire/runtime'
import { beginWork, markQueued, openStore, quarantineWork, retryWork, type Store, startRun } from '@tipwire/store'
import { bindLedger, type Ledger, openQueues, type Queues } from '../src/index.ts'

export type Parts = AsyncDisposable & {
  store: Store
  queues: Queues
  ledger: Ledger
  run_id: string
  log: ReturnType<typeof createLog>
  metrics: ReturnType<typeof createMetrics>
}
export type Place = { connectionString: string; redisUrl?: string | undefined; namespace?: string; lockMs?: number }

/** A store, its ledger and its queues, as a service puts them together. */
export async function openParts({ connectionString, redisUrl, namespace, lockMs = 2_000 }: Place): Promise<Parts> {
  await using stack = new AsyncDisposableStack()
  const log = createLog('queue test', { level: 'fatal' })
  const store = stack.use(openStore({ connectionString, max: 4 }))
  const queues = stack.use(await openQueues({ connectionString, redisUrl, namespace, log, lockMs }))
  const run_id = await startRun(store.db, { service: 'queue test', version: '0' })
  const ledger = bindLedger(store.db, { beginWork, retryWork, quarantineWork, markQueued }, run_id)
  const kept = stack.move()
  return { store, queues, ledger, run_id, log, metrics: createMetrics(), [Symbol.asyncDispose]: () => kept.disposeAsync() }
}
