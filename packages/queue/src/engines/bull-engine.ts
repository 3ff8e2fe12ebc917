import type { Stage } from '@tipwire/domain'
import { type Log, SECOND, withDeadline } from '@tipwire/runtime'
import type { JobsOptions, WorkerOptions } from 'bullmq'
import type { Engine, JobCounts, JobData, TakenJob } from '../job.ts'

/** What we use of BullMQ; its own types differ between the engines. */
type BullJob = { data: JobData; timestamp: number; delay: number; attemptsStarted: number; stalledCounter: number }
type BullQueue = {
  addBulk(jobs: { name: string; data: JobData; opts: JobsOptions }[]): Promise<unknown>
  getJobCounts(...types: ('waiting' | 'active' | 'delayed')[]): Promise<Record<string, number>>
  getJobs(types: ('waiting' | 'active')[], start: number, end: number, asc: boolean): Promise<BullJob[]>
  obliterate(options: { force: boolean }): Promise<void>
  on(event: 'error', listener: (error: Error) => void): unknown
  close(): Promise<void>
}
type BullWorker = { waitUntilReady(): Promise<unknown>; close(force?: boolean): Promise<void>; on(event: 'error', listener: (error: Error) => void): unknown }

/** How one engine makes BullMQ's parts. */
export type BullParts = {
  kind: Engine['kind']
  connections(workers: number): number
  queue(stage: Stage): BullQueue
  worker(stage: Stage, process: (job: BullJob) => Promise<void>, options: Omit<WorkerOptions, 'connection'>): BullWorker
  close(): Promise<void>
}

/**
 * Finished jobs are forgotten: the truth is in the ledger. A job fails only when the ledger itself cannot be reached; it is tried again for a while,
 * and after that the reconciler finds its rows.
 */
const jobOptions: JobsOptions = { removeOnComplete: true, removeOnFail: true, attempts: 8, backoff: { type: 'exponential', delay: SECOND, jitter: 0.5 } }

const workerOptions = {
  // A worker that is killed must never cost a job its life: the ledger counts starts per row and decides.
  maxStalledCount: 1_000_000,
  runRetryDelay: 2 * SECOND,
  drainDelay: 5,
  removeOnComplete: { count: 0 },
  removeOnFail: { count: 0 },
}

/** Nobody reads BullMQ's own events. */
export const queueOptions = { streams: { events: { maxLen: 10 } } }

const CLOSE_LIMIT = 8 * SECOND

export function bullEngine(parts: BullParts, { log, lockMs }: { log: Log; lockMs: number }): Engine {
  const queues = new Map<Stage, BullQueue>()
  const warn = atMostEvery(10 * SECOND, (err: Error) => log.warn({ err }, 'the queues are not reachable, they will be tried again'))
  let workers = 0

  function queueOf(stage: Stage): BullQueue {
    const known = queues.get(stage)
    if (known) return known
    const made = parts.queue(stage)
    made.on('error', warn)
    queues.set(stage, made)
    return made
  }

  return {
    kind: parts.kind,
    connections: () => parts.connections(workers),
    async add(stage, jobs) {
      await queueOf(stage).addBulk(
        jobs.map(({ ids, delayMs }) => ({ name: stage, data: { ids }, opts: delayMs > 0 ? { ...jobOptions, delay: delayMs } : jobOptions })),
      )
    },
    counts: (stage) => countJobs(queueOf(stage)),
    async clear() {
      for (const queue of queues.values()) await queue.obliterate({ force: true })
    },
    async work(stage, concurrency, process) {
      const worker = parts.worker(stage, (job) => process(takenJob(job)), { ...workerOptions, lockDuration: lockMs, stalledInterval: lockMs / 2, concurrency })
      worker.on('error', warn)
      workers += 1
      await worker.waitUntilReady()
      return { [Symbol.asyncDispose]: () => closeWorker(worker) }
    },
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()))
      await parts.close()
    },
  }
}

/** Each queue and worker reports the same outage, again and again: one line says it. */
function atMostEvery(ms: number, act: (error: Error) => void): (error: Error) => void {
  let last = Number.NEGATIVE_INFINITY
  return (error) => {
    if (performance.now() - last < ms) return
    last = performance.now()
    act(error)
  }
}

function takenJob(job: BullJob): TakenJob {
  const { ids } = job.data
  if (!Array.isArray(ids)) throw new Error('A job without ids.')
  return { ids, restarted: job.attemptsStarted > 1 || job.stalledCounter > 0 }
}

async function countJobs(queue: BullQueue): Promise<JobCounts> {
  const counts = await queue.getJobCounts('waiting', 'active', 'delayed')
  const { waiting = 0, active = 0, delayed = 0 } = counts
  const oldest = waiting + active === 0 ? [] : [...(await queue.getJobs(['waiting'], 0, 0, true)), ...(await queue.getJobs(['active'], 0, 63, true))]
  const readyAt = oldest.filter(Boolean).map((job) => job.timestamp + job.delay)
  return { waiting, active, delayed, oldestMs: readyAt.length > 0 ? Math.min(...readyAt) : null }
}

/** Waits for the jobs under way; when they take too long their locks are left to run out. */
async function closeWorker(worker: BullWorker): Promise<void> {
  if ((await withDeadline(worker.close(), CLOSE_LIMIT)) === 'late') await withDeadline(worker.close(true), SECOND)
}
