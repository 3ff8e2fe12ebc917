import { sql } from 'kysely'
import type { Tx } from '../../database.ts'

const RESOLVE_LOCK = 7_410_001

/**
 * Waits until this transaction alone resolves, and gives it its commit id. Because the lock is held until the commit, ids rise in commit order,
 * and two workers never make one event twice.
 */
export async function lockResolution(tx: Tx): Promise<number> {
  await sql`select pg_advisory_xact_lock(${RESOLVE_LOCK})`.execute(tx)
  const { rows } = await sql<{ commit_id: number }>`select nextval('facts.commits')::int8 as commit_id`.execute(tx)
  return Number(rows[0]?.commit_id)
}
