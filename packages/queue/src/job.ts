import type { Stage } from '@tipwire/domain'

/** All that a job carries. */
export type JobData = { ids: string[] }

/** A job as a worker meets it. `restarted`: an earlier start of it never came to an end. */
export type TakenJob = { ids: string[]; restarted: boolean }

export type JobCounts = { waiting: number; active: number; delayed: number; oldestMs: number | null }

/** What differs between the two engines; everything above it is the same. */
export type Engine = {
  kind: 'postgres' | 'redis'
  /** Connections that this process opens at most. */
  connections(): number
  add(stage: Stage, jobs: { ids: string[]; delayMs: number }[]): Promise<void>
  /** Jobs by state; `oldestMs` is when the oldest job that waits or is worked on became ready. */
  counts(stage: Stage): Promise<JobCounts>
  /** Drops every job of every queue; the ledger still knows the work. */
  clear(): Promise<void>
  work(stage: Stage, concurrency: number, process: (job: TakenJob) => Promise<void>): Promise<AsyncDisposable>
  close(): Promise<void>
}
