import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** How one start of one row ended. `delayed`: it came too early and was not tried. */
export type StageResult = 'done' | 'skipped' | 'retry' | 'delayed' | 'quarantined' | 'stale'

/** What happens, one function per event; labels have few values. `registry` takes further metrics of a service. */
export type Metrics = {
  registry: Registry
  /** A row went through a stage. */
  workFinished(event: { stage: string; result: StageResult; seconds: number }): void
  /** The reconciler put rows (back) on a queue. */
  workQueued(event: { stage: string; count: number }): void
  /** A regular task failed; it runs again at its next time. */
  periodicFailed(event: { task: string }): void
  /** Rows in the ledger, by stage and state. */
  ledger(event: { stage: string; state: string; count: number }): void
}

const secondsBuckets = [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60]

export function createMetrics({ process: withProcess = false } = {}): Metrics {
  const registry = new Registry()
  if (withProcess) collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const finished = new Histogram({
    name: 'tipwire_work_seconds',
    help: 'Time of one row in one stage.',
    labelNames: ['stage', 'result'],
    buckets: secondsBuckets,
    registers,
  })
  const queued = new Counter({ name: 'tipwire_work_queued_total', help: 'Rows that the reconciler put on a queue.', labelNames: ['stage'], registers })
  const failed = new Counter({ name: 'tipwire_periodic_failures_total', help: 'Runs of a regular task that failed.', labelNames: ['task'], registers })
  const rows = new Gauge({ name: 'tipwire_ledger_rows', help: 'Rows in the ledger.', labelNames: ['stage', 'state'], registers })
  return {
    registry,
    workFinished: ({ stage, result, seconds }) => finished.observe({ stage, result }, seconds),
    workQueued: ({ stage, count }) => queued.inc({ stage }, count),
    periodicFailed: ({ task }) => failed.inc({ task }),
    ledger: ({ stage, state, count }) => rows.set({ stage, state }, count),
  }
}
