import { newId } from '@tipwire/domain'
import type { Db } from '../../database.ts'

/** Notes that a service of this version begins; its id goes onto every row that it writes. */
export async function startRun(db: Db, { service, version }: { service: string; version: string }): Promise<string> {
  const run_id = newId('run')
  await db.insertInto('pipeline.runs').values({ run_id, service, version }).execute()
  return run_id
}
