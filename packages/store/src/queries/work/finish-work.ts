import { type Outcome, StaleWorkError, type Work } from '@tipwire/domain'
import { sql } from 'kysely'
import type { Tx } from '../../database.ts'
import { openAll } from './open-work.ts'

export type Finished = { work: Work; outcome: Outcome; again_at?: Date }

/**
 * Ends a row in the transaction of the stage's own writes, and opens the rows that come next. `again_at`: the row never ends but waits
 * again from then (a poll). Throws StaleWorkError, which must roll the transaction back, when another worker has taken the row over.
 */
export function finishWork(tx: Tx, input: Finished & { run_id: string }): Promise<void> {
  const { run_id, ...finished } = input
  return finishAll(tx, { finished: [finished], run_id })
}

/** `finishWork` for a batch, in one statement: all rows end or none does. */
export async function finishAll(tx: Tx, input: { finished: readonly Finished[]; run_id: string }): Promise<void> {
  if (input.finished.length === 0) return
  await endRows(tx, input)
  await openAll(
    tx,
    input.finished.flatMap(({ outcome }) => (outcome.kind === 'done' ? outcome.next : [])),
  )
}

async function endRows(tx: Tx, { finished, run_id }: { finished: readonly Finished[]; run_id: string }): Promise<void> {
  const rows = finished.map(({ work, outcome, again_at }) => ({
    stage: work.stage,
    id: work.id,
    fence: work.fence,
    state: again_at ? 'waiting' : outcome.kind,
    reason: outcome.kind === 'skipped' ? outcome.reason : null,
    again_at: again_at ?? null,
  }))
  const ended = await sql<{ stage: string; id: string }>`
    with finished as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as f(stage text, id text, fence bigint, state text, reason text, again_at timestamptz)
    ), held as (
      select w.stage, w.id from pipeline.work w join finished f using (stage, id)
      where w.fence = f.fence order by w.stage, w.id for update of w
    )
    update pipeline.work w set
      fence = w.fence + 1, state = f.state, reason = f.reason, run_id = ${run_id}, finished_at = now(),
      since = coalesce(f.again_at, w.since), not_before = coalesce(f.again_at, w.not_before), queued_at = null,
      starts = 0, attempts = 0, error_code = null, error_message = null
    from finished f join held using (stage, id)
    where w.stage = f.stage and w.id = f.id and w.fence = f.fence
    returning w.stage, w.id`.execute(tx)
  if (ended.rows.length < finished.length) throw staleError(finished, ended.rows)
}

function staleError(finished: readonly Finished[], ended: readonly { stage: string; id: string }[]): StaleWorkError {
  const done = new Set(ended.map((row) => `${row.stage} ${row.id}`))
  const stale = finished.map(({ work }) => `${work.stage} ${work.id}`).filter((name) => !done.has(name))
  return new StaleWorkError(`taken over by another worker: ${stale.join(', ')}`)
}
