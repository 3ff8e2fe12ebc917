import { sql } from 'kysely'
import type { Db } from '../../database.ts'
import { storable } from '../storable.ts'
import type { Failure } from './retry-work.ts'

/** Sets a row aside with its cause until an operator retries or drops it. False when another worker has taken the row over. */
export async function quarantineWork(db: Db, { work, code, message, run_id }: Failure): Promise<boolean> {
  const result = await db
    .updateTable('pipeline.work')
    .set((row) => ({
      fence: row('fence', '+', 1),
      state: 'quarantined',
      error_code: code,
      error_message: storable(message).slice(0, 500),
      run_id,
      queued_at: null,
      finished_at: sql`now()`,
    }))
    .where('stage', '=', work.stage)
    .where('id', '=', work.id)
    .where('fence', '=', work.fence)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
