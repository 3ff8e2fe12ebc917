import { sql } from 'kysely'
import type { Tx } from '../../database.ts'

const DEDUPLICATE_LOCK = 7_410_002

/** Waits until this transaction alone looks for copies, so that of two copies that come at once one sees the other. */
export async function lockDeduplication(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${DEDUPLICATE_LOCK})`.execute(tx)
}
