import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Codes with their words. Serves: `select code, label from tipwire.codes where list = 'event_type'` (labels for dashboards),
 * and `tipwire.may_read_quotes()`, which the evidence view asks per statement.
 */
export const codesAndRoles: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table pipeline.codes (
        list text not null,
        code text not null,
        label text not null,
        definition text not null,
        position int not null,
        primary key (list, code)
      )`.execute(db)
    await sql`create table pipeline.store_state (key text primary key, value text not null, at timestamptz not null default now())`.execute(db)
    await sql`create view tipwire.codes as select list, code, label, definition from pipeline.codes`.execute(db)
    await sql`
      create function tipwire.may_read_quotes() returns boolean language sql stable parallel safe
      as $$ select pg_has_role(current_user, 'tipwire_analyst', 'usage') or pg_has_role(current_user, 'tipwire_owner', 'usage') $$`.execute(db)
    await sql`comment on function tipwire.may_read_quotes() is 'Whether the current role sees redacted quotes; others see NULL in their place.'`.execute(db)
  },
}
