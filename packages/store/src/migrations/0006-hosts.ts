import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What all processes together keep to for a web host: its pace, and what its robots.txt says. */
export const hosts: Migration = {
  async up(db: Kysely<unknown>) {
    // Serves takeTurn and closeHost, before every request, and getRobots, before every page: one row by its key. Rewritten all the time: room in the page.
    await sql`
      create table pipeline.hosts (
        host text primary key,
        next_at timestamptz not null default now(),
        line_ends_at timestamptz not null default now(),
        robots text check (length(robots) <= 512000),
        robots_status int,
        robots_fetched_at timestamptz
      ) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05)`.execute(db)
  },
}
