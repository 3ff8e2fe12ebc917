import type { Stage } from '@tipwire/domain'
import { sql } from 'kysely'
import type { Db } from '../../database.ts'

export type DueWork = { stage: Stage; id: string; starts: number }

/**
 * Takes up to `limit` rows that wait, are due, and are on no queue or were queued before `queued_before` (their job may be lost),
 * and marks them as queued. Longest waiting first within each stage. Two callers at once get different rows.
 * Rows that never were on a queue are left for `waited_ms` to whoever made them necessary and will queue them.
 * `starts` above 0: an earlier start never ended; such a row belongs in a job of its own.
 */
export async function dueWork(db: Db, input: { stages: readonly Stage[]; limit: number; queued_before: Date; waited_ms?: number }): Promise<DueWork[]> {
  const { rows } = await sql<DueWork>`
    with due as (
      select stage, id from pipeline.work
      where state = 'waiting' and stage = any(${input.stages}::text[]) and not_before <= now()
        and (queued_at < ${input.queued_before} or (queued_at is null and since <= now() - ${input.waited_ms ?? 0} * interval '1 millisecond'))
      order by not_before limit ${input.limit} for update skip locked
    )
    update pipeline.work w set queued_at = now() from due
    where w.stage = due.stage and w.id = due.id
    returning w.stage, w.id, w.starts`.execute(db)
  return rows
}
