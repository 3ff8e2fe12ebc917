import { type Next, type Outcome, type Stage, StageError, StaleWorkError, TooEarlyError, type Work } from '@tipwire/domain'
import { type Log, type Metrics, SECOND, type StageResult } from '@tipwire/runtime'
import { backoffMs } from './backoff.ts'
import { failureOf } from './failure.ts'
import type { TakenJob } from './job.ts'
import type { Ledger, StartedWork } from './ledger.ts'
import type { Queues } from './open-queues.ts'
import { persist } from './persist.ts'
import { stageSpec } from './pipeline.ts'

export type StageSettings = { concurrency?: number; batch?: number; maxAttempts?: number; retryBaseMs?: number; maxStarts?: number }
export type StageParts = {
  stage: Stage
  queues: Queues
  ledger: Ledger
  log: Log
  metrics: Metrics
  signal?: AbortSignal
  settings?: StageSettings | undefined
}
export type Handle = (work: Work, signal: AbortSignal) => Promise<Outcome>

const MAX_ATTEMPTS = 8
const RETRY_BASE = 5 * SECOND
const HOLD = SECOND / 4

/**
 * Works off one stage until it is disposed of. Per row: the ledger counts the start, `handle` does the work and finishes the row in its own transaction.
 * What it returns is queued at once; what it throws is the only place where this pipeline catches:
 * StageError `never` → quarantine; StageError `later` and every other error → again later, further and further apart, then quarantine;
 * TooEarlyError → again when it says, with no attempt counted; StaleWorkError → dropped, another worker has the row.
 */
export async function runStage(parts: StageParts, handle: Handle): Promise<AsyncDisposable> {
  const { stage, queues, settings } = parts
  const stop = new AbortController()
  const signal = parts.signal ? AbortSignal.any([parts.signal, stop.signal]) : stop.signal
  const worker = await queues.work(stage, settings?.concurrency ?? stageSpec(stage).concurrency, (job) => workOff({ ...parts, signal }, job, handle))
  return {
    async [Symbol.asyncDispose]() {
      stop.abort()
      await worker[Symbol.asyncDispose]()
    },
  }
}

type Running = StageParts & { signal: AbortSignal }

async function workOff(parts: Running, job: TakenJob, handle: Handle): Promise<void> {
  const { stage, queues, ledger, settings } = parts
  // One of these ids may have killed the worker: from now on they go alone, and only the culprit is counted out.
  if (job.restarted && job.ids.length > 1) return await queues.add(stage, job.ids, { single: true })
  const { started, quarantined } = await ledger.beginWork({ stage, ids: job.ids, max_starts: settings?.maxStarts ?? stageSpec(stage).maxStarts })
  for (const id of quarantined) note(parts, { id, result: 'quarantined', code: 'STARTED_TOO_OFTEN', seconds: 0 })
  const handOn = batchOf(parts)
  for (const work of started) await handOn.add(await workOn(parts, work, handle))
  await handOn.flush()
}

/** Hands on what comes next together, but no later than the reconciler would. */
function batchOf(parts: Running): { add(next: readonly Next[]): Promise<void>; flush(): Promise<void> } {
  let held: Next[] = []
  let since = performance.now()
  async function flush(): Promise<void> {
    const next = held
    held = []
    since = performance.now()
    await queueNext(parts, next)
  }
  return {
    flush,
    async add(next) {
      held.push(...next)
      if (performance.now() - since > HOLD) await flush()
    },
  }
}

async function workOn(parts: Running, work: StartedWork, handle: Handle): Promise<readonly Next[]> {
  const since = performance.now()
  try {
    const outcome = await handle({ stage: work.stage, id: work.id, fence: work.fence }, parts.signal)
    note(parts, {
      id: work.id,
      result: outcome.kind,
      seconds: (performance.now() - since) / 1000,
      ...(outcome.kind === 'skipped' ? { reason: outcome.reason } : {}),
    })
    return outcome.kind === 'done' ? outcome.next : []
  } catch (error) {
    const result = await persist(() => settleFailure(parts, work, error), parts.signal)
    note(parts, { id: work.id, result, seconds: (performance.now() - since) / 1000, ...failureOf(error) })
    return []
  }
}

async function settleFailure({ stage, queues, ledger, settings, signal }: Running, work: StartedWork, error: unknown): Promise<StageResult> {
  if (error instanceof StaleWorkError) return 'stale'
  if (error instanceof TooEarlyError) return await delay({ stage, queues, ledger }, work, error)
  const { code, message } = failureOf(error)
  const attempt = work.attempts + 1
  const hopeless = (error instanceof StageError && error.retry === 'never') || (attempt >= (settings?.maxAttempts ?? MAX_ATTEMPTS) && !signal.aborted)
  if (hopeless) {
    return (await ledger.quarantineWork({ work, code, message })) ? 'quarantined' : 'stale'
  }
  const delayMs = signal.aborted ? 0 : backoffMs({ attempt, baseMs: settings?.retryBaseMs ?? RETRY_BASE })
  if (!(await ledger.retryWork({ work, code, message, not_before: new Date(Date.now() + delayMs) }))) return 'stale'
  await queues.add(stage, [work.id], { delayMs, single: true })
  return 'retry'
}

/** Back into the ledger and onto the queue, without holding a worker meanwhile. */
async function delay({ stage, queues, ledger }: Pick<Running, 'stage' | 'queues' | 'ledger'>, work: StartedWork, error: TooEarlyError): Promise<StageResult> {
  const { code, message, waitMs: delayMs } = error
  if (!(await ledger.retryWork({ work, code, message, not_before: new Date(Date.now() + delayMs), too_early: true }))) return 'stale'
  await queues.add(stage, [work.id], { delayMs, single: true })
  return 'delayed'
}

/** The fast path. When it fails nothing is lost: the rows wait in the ledger and the reconciler queues them. */
async function queueNext({ queues, ledger, log }: Running, next: readonly Next[]): Promise<void> {
  try {
    for (const [stage, rows] of Map.groupBy(next, (row) => row.stage)) {
      const ids = rows.map((row) => row.id)
      await queues.add(stage, ids)
      await ledger.markQueued({ stage, ids })
    }
  } catch (err) {
    log.warn({ err, rows: next.length }, 'rows could not be queued at once, the reconciler will do it')
  }
}

type Note = { id: string; result: StageResult; seconds: number; code?: string; message?: string; reason?: string; at?: string }

function note({ stage, log, metrics }: Running, { seconds, ...event }: Note): void {
  metrics.workFinished({ stage, result: event.result, seconds })
  const fields = { stage, ...event, ms: Math.round(seconds * 1000) }
  if (event.result === 'quarantined') log.error(fields, 'work is in quarantine')
  else if (event.result === 'retry') log.warn(fields, 'work failed and will be tried again')
  else log.debug(fields, 'work finished')
}
