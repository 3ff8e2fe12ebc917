import { sql } from 'kysely'
import type { Db } from '../../database.ts'

/** Nobody asks this host for anything for so long: it said so itself (`Retry-After`). A longer closure that is known already stays. */
export async function closeHost(db: Db, { host, for_ms }: { host: string; for_ms: number }): Promise<void> {
  await sql`
    insert into pipeline.hosts as h (host, next_at) values (${host}, now() + ${for_ms} * interval '1 millisecond')
    on conflict (host) do update set next_at = greatest(h.next_at, excluded.next_at)`.execute(db)
}
