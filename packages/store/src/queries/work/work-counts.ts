import type { Stage } from '@tipwire/domain'
import { sql } from 'kysely'
import type { Db } from '../../database.ts'
import type { WorkState } from '../../tables/work.ts'

export type WorkCount = { stage: Stage; state: WorkState; count: number; oldest_since: Date }

/**
 * Rows per stage and state. `oldest_since` of waiting rows in the past is a backlog; in the future, nothing is late.
 * Reads the whole ledger: for a person who asks. What is asked all the time is `openWorkCounts`.
 */
export function workCounts(db: Db): Promise<WorkCount[]> {
  return count(db)
}

/** `workCounts` of what waits or is quarantined; its cost does not grow with what is done. */
export async function openWorkCounts(db: Db): Promise<WorkCount[]> {
  return [...(await count(db, 'waiting')), ...(await count(db, 'quarantined'))]
}

function count(db: Db, state?: 'waiting' | 'quarantined'): Promise<WorkCount[]> {
  let rows = db.selectFrom('pipeline.work')
  // As a literal, so that the planner sees that the partial index of this state holds all of it.
  if (state) rows = rows.where('state', '=', sql.lit(state))
  return rows
    .select((row) => ['stage', 'state', row.fn.countAll<number>().as('count'), row.fn.min('since').as('oldest_since')])
    .groupBy(['stage', 'state'])
    .orderBy('stage')
    .orderBy('state')
    .execute()
}
