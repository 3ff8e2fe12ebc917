import { sql } from 'kysely'
import type { Db, Tx } from '../../database.ts'

export type AssignedCursors = { from: number; to: number; count: number }

/** The channel on which readers hear that changes have been published; the payload is the newest cursor. */
export const CHANGES_CHANNEL = 'tipwire_changes'

/**
 * Gives committed changes their cursor: without gaps, in commit order, one sequencer at a time. Tells listeners.
 * `count` 0: nothing waited, or another sequencer has just done it.
 */
export async function assignCursors(db: Db, { limit = 10_000 }: { limit?: number } = {}): Promise<AssignedCursors> {
  return db.isTransaction ? assign(db as Tx, limit) : db.transaction().execute((tx) => assign(tx, limit))
}

async function assign(tx: Tx, limit: number): Promise<AssignedCursors> {
  // The row lock is the single sequencer: the next one waits here, and then sees what this one has given.
  const { rows: last } = await sql<{ cursor: number }>`select cursor from facts.last_cursor for update`.execute(tx)
  const before = Number(last[0]?.cursor ?? 0)
  const count = await give(tx, { before, limit })
  if (count === 0) return { from: before, to: before, count: 0 }
  const to = before + count
  await sql`update facts.last_cursor set cursor = ${to}`.execute(tx)
  await sql`select pg_notify(${CHANGES_CHANNEL}, ${String(to)})`.execute(tx)
  return { from: before + 1, to, count }
}

async function give(tx: Tx, { before, limit }: { before: number; limit: number }): Promise<number> {
  const result = await sql`
    with waiting as (
      select change_id, row_number() over (order by commit_id, change_id) as position
      from (select change_id, commit_id from facts.changes where cursor is null order by commit_id, change_id limit ${limit}) w
    )
    update facts.changes c set cursor = ${before} + waiting.position from waiting where c.change_id = waiting.change_id`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
}
