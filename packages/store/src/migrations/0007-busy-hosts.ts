import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** One request at a time at a host, over all processes. */
export const busyHosts: Migration = {
  async up(db: Kysely<unknown>) {
    // Serves takeTurn and endTurn, by the host's key. A time and no flag: when a process dies in the middle of a request, the host is free again by itself.
    await sql`alter table pipeline.hosts add column busy_until timestamptz not null default now()`.execute(db)
  },
}
