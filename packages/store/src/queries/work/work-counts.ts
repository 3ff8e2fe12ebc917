import type { Stage } from '@tipwire/domain'
import type { Db } from '../../database.ts'
import type { WorkState } from '../../tables/work.ts'

export type WorkCount = { stage: Stage; state: WorkState; count: number; oldest_since: Date }

/** Rows per stage and state. `oldest_since` of waiting rows in the past is a backlog; in the future, nothing is late. */
export function workCounts(db: Db): Promise<WorkCount[]> {
  return db
    .selectFrom('pipeline.work')
    .select((row) => ['stage', 'state', row.fn.countAll<number>().as('count'), row.fn.min('since').as('oldest_since')])
    .groupBy(['stage', 'state'])
    .orderBy('stage')
    .orderBy('state')
    .execute()
}
