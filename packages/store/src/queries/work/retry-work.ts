import type { Work } from '@tipwire/domain'
import { sql } from 'kysely'
import type { Db } from '../../database.ts'
import { storable } from '../storable.ts'

export type Failure = { work: Work; code: string; message: string; run_id: string }

/**
 * Notes a failure that trying again may heal: the row waits until `not_before`, its attempts rise, and this start no longer counts
 * as one that never ended. The caller queues the delayed job; the pump does so when that job was lost.
 * `too_early`: the work was not tried at all, so its attempts stay as they are. False when another worker has taken the row over: then nothing is written.
 */
export async function retryWork(db: Db, input: Failure & { not_before: Date; too_early?: boolean | undefined }): Promise<boolean> {
  const { work, code, message, not_before, run_id } = input
  const result = await db
    .updateTable('pipeline.work')
    .set((row) => ({
      fence: row('fence', '+', 1),
      not_before,
      queued_at: not_before,
      attempts: row('attempts', '+', input.too_early ? 0 : 1),
      starts: sql<number>`greatest(starts - 1, 0)`,
      error_code: code,
      error_message: storable(message).slice(0, 500),
      run_id,
    }))
    .where('stage', '=', work.stage)
    .where('id', '=', work.id)
    .where('fence', '=', work.fence)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
