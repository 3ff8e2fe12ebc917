import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.ts'

/** Who may do what; run after every change of the schema, so that new tables are covered. Nothing is granted on `restricted` or `pipeline` to people. */
export const grants = [
  'grant usage on schema restricted, pipeline, facts, tipwire to tipwire_service',
  'grant select, insert, update, delete on all tables in schema restricted, pipeline, facts to tipwire_service',
  'grant usage, select on all sequences in schema restricted, pipeline, facts to tipwire_service',
  'grant execute on all functions in schema restricted, pipeline, facts to tipwire_service',
  'revoke insert, update, delete on pipeline.kysely_migration, pipeline.kysely_migration_lock, pipeline.codes, pipeline.store_state from tipwire_service',
  'grant usage on schema tipwire to tipwire_reader',
  'grant select on all tables in schema tipwire to tipwire_reader',
  'grant execute on all functions in schema tipwire to tipwire_reader',
]

export async function applyGrants(db: Kysely<Database>): Promise<void> {
  for (const grant of grants) await sql.raw(grant).execute(db)
}
