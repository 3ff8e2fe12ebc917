import type { Stage } from '@tipwire/domain'
import { sql } from 'kysely'
import type { Db, Tx } from '../../database.ts'
import { openAll } from './open-work.ts'

/** Which quarantined rows: of one cause, these ids, or all when both are left out. */
export type QuarantineChoice = { cause?: string; ids?: readonly string[] }
export type QuarantinedWork = {
  stage: Stage
  id: string
  cause: string | null
  message: string | null
  since: Date
  at: Date | null
  starts: number
  attempts: number
}

/** Rows that were set aside, newest first. */
export async function listQuarantine(db: Db, input: { cause?: string; limit?: number } = {}): Promise<QuarantinedWork[]> {
  return chosen(db, input)
    .select(['stage', 'id', 'error_code as cause', 'error_message as message', 'since', 'finished_at as at', 'starts', 'attempts'])
    .orderBy('finished_at', 'desc')
    .orderBy('id')
    .limit(input.limit ?? 1000)
    .execute()
}

/** Sends quarantined rows back to the stage that they failed in, with all their starts given back. Returns them. */
export async function retryQuarantined(db: Tx, choice: QuarantineChoice): Promise<{ stage: Stage; id: string }[]> {
  const rows = await chosen(db, choice).select(['stage', 'id']).orderBy('stage').orderBy('id').forUpdate().execute()
  await openAll(db, rows)
  return rows
}

/** Ends quarantined rows for good: they count as skipped, with the cause kept. Returns them. */
export async function dropQuarantined(db: Tx, choice: QuarantineChoice): Promise<{ stage: Stage; id: string }[]> {
  const rows = await chosen(db, choice).select(['stage', 'id']).orderBy('stage').orderBy('id').forUpdate().execute()
  for (const { stage, id } of rows) await dropOne(db, stage, id)
  return rows
}

async function dropOne(db: Tx, stage: Stage, id: string): Promise<void> {
  await db
    .updateTable('pipeline.work')
    .set({ state: 'skipped', reason: sql`'dropped by an operator: ' || coalesce(error_code, 'no cause')` })
    .where('stage', '=', stage)
    .where('id', '=', id)
    .execute()
}

function chosen(db: Db, { cause, ids }: QuarantineChoice) {
  let query = db.selectFrom('pipeline.work').where('state', '=', 'quarantined')
  if (cause !== undefined) query = query.where('error_code', '=', cause)
  if (ids !== undefined) query = query.where(sql<boolean>`id = any(${ids}::text[])`)
  return query
}
