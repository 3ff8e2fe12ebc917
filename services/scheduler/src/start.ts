import { pumpOnce, type Queues } from '@tipwire/queue'
import { HOUR, type Log, type Metrics, runPeriodically, SECOND } from '@tipwire/runtime'
import { dueWork, expireTexts, openWorkCounts, type Store } from '@tipwire/store'

export type SchedulerParts = {
  store: Store
  queues: Queues
  log: Log
  metrics: Metrics
  signal: AbortSignal
  /** How often the ledger is looked through, and how many rows of a stage are queued each time. */
  settings?: { everyMs?: number; limit?: number }
}

const EVERY = SECOND
const COUNT_EVERY = 15 * SECOND
const EXPIRE_EVERY = HOUR

/**
 * Queues the rows of the ledger that are due and have no job, at a capped rate; also tells the metrics how many rows wait, and deletes texts whose
 * retention time has passed.
 */
export async function startScheduler({ store, queues, log, metrics, signal, settings = {} }: SchedulerParts): Promise<AsyncDisposable> {
  const { everyMs = EVERY, limit } = settings
  const pump = { queues, log, metrics, dueWork: (input: Parameters<typeof dueWork>[1]) => dueWork(store.db, input), ...(limit === undefined ? {} : { limit }) }
  await using parts = new AsyncDisposableStack()
  parts.use(runPeriodically({ name: 'queue due rows', everyMs, log, metrics, signal }, () => pumpOnce(pump)))
  parts.use(
    runPeriodically({ name: 'count the ledger', everyMs: COUNT_EVERY, log, metrics, signal }, async () =>
      (await openWorkCounts(store.db)).forEach(metrics.ledger),
    ),
  )
  parts.use(runPeriodically({ name: 'expire texts', everyMs: EXPIRE_EVERY, log, metrics, signal }, (stop) => expireAll(store, { log, stop })))
  return parts.move()
}

/** In small transactions, so that nobody waits for them. */
async function expireAll(store: Store, { log, stop }: { log: Log; stop: AbortSignal }): Promise<void> {
  while (!stop.aborted) {
    const { documents, items } = await store.transaction((tx) => expireTexts(tx))
    if (documents + items === 0) return
    log.info({ documents, items }, 'texts were deleted because their retention time has passed')
  }
}
