import type { Stage, Work } from '@tipwire/domain'

/** A row that was started; `attempts` counts its failures so far that were noted properly. */
export type StartedWork = Work & Readonly<{ attempts: number }>

export type BeginWork = { started: StartedWork[]; quarantined: string[]; stale: string[] }
type Failure = { work: Work; code: string; message: string }

/** What runStage asks of the ledger; the store's verbs satisfy it (see bindLedger). */
export type Ledger = {
  /** Counts a start for every row before its work; rows over `max_starts` go to quarantine, rows that wait no more are stale. */
  beginWork(input: { stage: Stage; ids: string[]; max_starts: number }): Promise<BeginWork>
  /** The row waits again, until `not_before`; the failure is noted, and counted unless it came `too_early`. False when another worker has the row. */
  retryWork(input: Failure & { not_before: Date; too_early?: boolean }): Promise<boolean>
  quarantineWork(input: Failure): Promise<boolean>
  markQueued(input: { stage: Stage; ids: string[] }): Promise<unknown>
}

type WithRun<Input> = Input & { run_id: string }

/** The store's verbs as they are: functions of a database and an input that names the run. */
type Verbs<Db> = {
  beginWork(db: Db, input: WithRun<Parameters<Ledger['beginWork']>[0]>): Promise<BeginWork>
  retryWork(db: Db, input: WithRun<Parameters<Ledger['retryWork']>[0]>): Promise<boolean>
  quarantineWork(db: Db, input: WithRun<Parameters<Ledger['quarantineWork']>[0]>): Promise<boolean>
  markQueued(db: Db, input: Parameters<Ledger['markQueued']>[0]): Promise<unknown>
}

/** Binds the store's verbs to one database and one run, so that this package never sees SQL. */
export function bindLedger<Db>(db: Db, verbs: Verbs<Db>, run_id: string): Ledger {
  return {
    beginWork: (input) => verbs.beginWork(db, { ...input, run_id }),
    retryWork: (input) => verbs.retryWork(db, { ...input, run_id }),
    quarantineWork: (input) => verbs.quarantineWork(db, { ...input, run_id }),
    markQueued: (input) => verbs.markQueued(db, input),
  }
}
