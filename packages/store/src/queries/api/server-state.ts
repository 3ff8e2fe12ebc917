import { sql } from 'kysely'
import type { Db } from '../../database.ts'

export type ServerState = Readonly<{ version: string; encoding: string; size: string; connections: number; max_connections: number; now: Date }>

/** What the server says of itself and of this database. */
export async function serverState(db: Db): Promise<ServerState> {
  const { rows } = await sql<ServerState>`
    select current_setting('server_version') as version, current_setting('server_encoding') as encoding, pg_size_pretty(pg_database_size(current_database())) as size,
      (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as connections, current_setting('max_connections')::int as max_connections, clock_timestamp() as now`.execute(
    db,
  )
  const state = rows[0]
  if (!state) throw new Error('the database says nothing of itself')
  return state
}
