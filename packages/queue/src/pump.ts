import { type Stage, stages } from '@tipwire/domain'
import { type Log, type Metrics, MINUTE, SECOND } from '@tipwire/runtime'
import type { JobCounts } from './job.ts'
import type { Queues } from './open-queues.ts'
import { pipeline, stageSpec } from './pipeline.ts'

export type DueRow = { stage: Stage; id: string; starts: number }

export type PumpParts = {
  queues: Queues
  /** Takes rows that wait, are due since `waited_ms`, and were not queued since `queued_before`, and notes that they are queued now. */
  dueWork(input: { stages: Stage[]; limit: number; queued_before: Date; waited_ms: number }): Promise<DueRow[]>
  log: Log
  metrics: Metrics
  /** Most rows per stage and call: what caps the rate. */
  limit?: number
}

const LIMIT = 500
const SETTLED = 15 * SECOND
const SKEW = 5 * SECOND
const LONGEST = 10 * MINUTE
/** So long the stage before has for queueing what it made necessary. */
const FAST_PATH = 2 * SECOND
const fedByOthers = new Set(pipeline.flatMap((spec) => spec.next))

/**
 * The reconciler, one round: puts rows on their queue that are due and have no job. Rows that were never queued go first of all; a row that was queued is
 * taken to be lost when every job that is older than it is gone, or after ten minutes. Returns how many rows were queued.
 */
export async function pumpOnce(parts: PumpParts): Promise<number> {
  let queued = 0
  for (const stage of stages) {
    const queued_before = queuedBefore(await parts.queues.counts(stage), Date.now())
    queued += await queueDue(parts, stage, { queued_before, waited_ms: fedByOthers.has(stage) ? FAST_PATH : 0 })
  }
  return queued
}

/** For a fresh start of a whole machine: every row that waits is queued now, whatever was queued before. */
export async function requeueAll(parts: PumpParts): Promise<number> {
  const all = { queued_before: new Date(), waited_ms: 0 }
  let queued = 0
  for (const stage of stages) {
    while (true) {
      const count = await queueDue(parts, stage, all)
      queued += count
      if (count === 0) break
    }
  }
  return queued
}

/** Queues are first in, first out: a row that was queued before the oldest job of its queue has none. */
export function queuedBefore({ oldestMs }: JobCounts, nowMs: number): Date {
  const settled = nowMs - SETTLED
  const lost = oldestMs === null ? settled : Math.min(settled, oldestMs - SKEW)
  return new Date(Math.max(lost, nowMs - LONGEST))
}

async function queueDue(
  { queues, dueWork, log, metrics, limit = LIMIT }: PumpParts,
  stage: Stage,
  which: { queued_before: Date; waited_ms: number },
): Promise<number> {
  const rows = await dueWork({ stages: [stage], limit, ...which })
  if (rows.length === 0) return 0
  // A row that was started and never finished may be what killed its worker: it travels alone.
  const [suspects, others] = [rows.filter((row) => row.starts > 0), rows.filter((row) => row.starts === 0)]
  await queues.add(stage, ids(others))
  await queues.add(stage, ids(suspects), { single: true })
  metrics.workQueued({ stage, count: rows.length })
  log.debug({ stage, count: rows.length, takes: stageSpec(stage).takes }, 'rows queued')
  return rows.length
}

function ids(rows: DueRow[]): string[] {
  return rows.map((row) => row.id)
}
