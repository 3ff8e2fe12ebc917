import type { Stage } from '@tipwire/domain'
import { sql } from 'kysely'
import type { Db } from '../../database.ts'

/** Notes that a job for these waiting rows is on its queue, so that the pump leaves them alone for a while. */
export async function markQueued(db: Db, { stage, ids }: { stage: Stage; ids: readonly string[] }): Promise<void> {
  if (ids.length === 0) return
  await sql`
    with held as (
      select id, state from pipeline.work where stage = ${stage} and id = any(${ids}::text[]) order by id for update
    )
    update pipeline.work w set queued_at = now() from held where w.stage = ${stage} and w.id = held.id and held.state = 'waiting'`.execute(db)
}
