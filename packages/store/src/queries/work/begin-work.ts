import type { Stage, Work } from '@tipwire/domain'
import { sql } from 'kysely'
import type { Db } from '../../database.ts'
import type { WorkState } from '../../tables/work.ts'

export type StartedWork = Work & Readonly<{ attempts: number }>
export type Begun = { started: StartedWork[]; quarantined: string[]; stale: string[] }

type Row = { id: string; fence: number; attempts: number; state: WorkState }

/**
 * Starts rows of one stage, in one statement and before any work on them, so that a start that kills its process is counted too.
 * Each start raises the fence: whoever held the row before can no longer finish it. A row that was started `max_starts` times
 * without an end is quarantined as STARTED_TOO_OFTEN. `stale`: ids that are unknown, finished, or not yet due.
 */
export async function beginWork(db: Db, input: { stage: Stage; ids: readonly string[]; max_starts: number; run_id: string }): Promise<Begun> {
  const { stage, ids, max_starts, run_id } = input
  const { rows } = await sql<Row>`
    with held as (
      select id, state, not_before from pipeline.work where stage = ${stage} and id = any(${ids}::text[]) order by id for update
    )
    update pipeline.work w set
      fence = w.fence + 1,
      queued_at = now(),
      run_id = ${run_id},
      starts = case when w.starts >= ${max_starts} then w.starts else w.starts + 1 end,
      state = case when w.starts >= ${max_starts} then 'quarantined' else 'waiting' end,
      error_code = case when w.starts >= ${max_starts} then 'STARTED_TOO_OFTEN' else w.error_code end,
      error_message = case when w.starts >= ${max_starts} then 'started ' || w.starts || ' times, never ended' else w.error_message end,
      finished_at = case when w.starts >= ${max_starts} then now() else null end
    from held
    -- A queue's clock may run a little ahead of the server's.
    where w.stage = ${stage} and w.id = held.id and held.state = 'waiting' and held.not_before <= now() + interval '1 second'
    returning w.id, w.fence, w.attempts, w.state`.execute(db)
  return sortOut(stage, ids, rows)
}

function sortOut(stage: Stage, ids: readonly string[], rows: readonly Row[]): Begun {
  const begun = new Map(rows.map((row) => [row.id, row]))
  const found = [...new Set(ids)].map((id) => ({ id, row: begun.get(id) }))
  return {
    started: found.flatMap(({ row }) => (row?.state === 'waiting' ? [{ stage, id: row.id, fence: row.fence, attempts: row.attempts }] : [])),
    quarantined: found.filter(({ row }) => row?.state === 'quarantined').map(({ id }) => id),
    stale: found.filter(({ row }) => !row).map(({ id }) => id),
  }
}
