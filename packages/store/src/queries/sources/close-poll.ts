import { sql } from 'kysely'
import type { Tx } from '../../database.ts'

/** Ends the poll row of a source, whoever holds it. */
export async function closePoll(tx: Tx, { source_id, reason }: { source_id: string; reason: string }): Promise<void> {
  await tx
    .updateTable('pipeline.work')
    .set((row) => ({ state: 'skipped', reason, fence: row('fence', '+', 1), queued_at: null, finished_at: sql`now()` }))
    .where('stage', 'in', ['poll', 'poll-browser'])
    .where('id', '=', source_id)
    .execute()
}
