import { sql } from 'kysely'
import type { ViewReader } from './views.ts'

/**
 * Names this change feed: the server, the database and its timeline. A restore from a dump makes another database, one from a
 * base backup another timeline, and either way cursors of before are refused instead of being read wrongly.
 */
export async function feedId(views: ViewReader): Promise<string> {
  const { rows } = await sql<{ feed: string }>`
    select to_hex(s.system_identifier) || '-' || to_hex(d.oid::int) || '-' || c.timeline_id as feed
    from pg_control_system() s, pg_control_checkpoint() c, pg_database d where d.datname = current_database()`.execute(views)
  const feed = rows[0]?.feed
  if (feed === undefined) throw new Error('the database does not say which feed it is')
  return feed
}
