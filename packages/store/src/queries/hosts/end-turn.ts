import { sql } from 'kysely'
import type { Db } from '../../database.ts'

/** The request is over, well or not: the next may start when the pace allows it. */
export async function endTurn(db: Db, host: string): Promise<void> {
  await sql`update pipeline.hosts set busy_until = now() where host = ${host}`.execute(db)
}
