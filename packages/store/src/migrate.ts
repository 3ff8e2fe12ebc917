import { createHash } from 'node:crypto'
import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import type pg from 'pg'
import { codeColumns, codesAllowed } from './codes/code-columns.ts'
import { syncCodeChecks } from './codes/sync-code-checks.ts'
import { codeRows, syncCodes } from './codes/sync-codes.ts'
import { applyComments } from './comments/apply-comments.ts'
import { comments } from './comments/comments.ts'
import { createPool } from './create-pool.ts'
import type { Database } from './database.ts'
import { migrations } from './migrations/index.ts'
import { ensureRoles } from './roles/ensure-roles.ts'
import { ensureSchemas } from './roles/ensure-schemas.ts'
import { applyGrants, grants } from './roles/grants.ts'
import { withClient } from './with-client.ts'

const STATE_KEY = 'codes, checks, comments and grants'

/**
 * Brings a database to the newest schema: roles, schemas, migrations, codes, checks, comments, grants. Safe to run at every start and by
 * several processes at once: they wait for each other. Needs a user that may create roles and schemas.
 * Returns the names of the migrations it ran. PostgreSQL 15 or newer.
 */
export async function migrate({ connectionString }: { connectionString: string }): Promise<{ applied: string[] }> {
  await prepare(connectionString)
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({
      pool: createPool({ connectionString, max: 1, applicationName: 'tipwire setup' }),
      // Everything belongs to a role that nobody logs in as, whoever migrates.
      onCreateConnection: async (connection) => void (await connection.executeQuery(CompiledQuery.raw('set role tipwire_owner'))),
    }),
  })
  try {
    const applied = await runMigrations(db)
    await repeatables(db)
    return { applied }
  } finally {
    await db.destroy()
  }
}

function prepare(connectionString: string): Promise<void> {
  return withClient(connectionString, async (client) => {
    await refuseOldServers(client)
    await ensureRoles(client)
    await ensureSchemas(client)
  })
}

async function refuseOldServers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    `select current_setting('server_version_num') as version, pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()`,
  )
  const { version = '0', encoding = '' } = rows[0] ?? {}
  if (Number(version) < 150_000) throw new Error(`PostgreSQL 15 or newer is needed; this server says ${version}`)
  if (encoding !== 'UTF8')
    throw new Error(`the database must be UTF8; this one is ${encoding}. Create it with: create database tipwire encoding 'UTF8' template template0`)
}

async function runMigrations(db: Kysely<Database>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations }, migrationTableSchema: 'pipeline' })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) throw error
  return results.filter((result) => result.status === 'Success').map((result) => result.migrationName)
}

/** Nothing of this needs doing twice for the same content: a service that starts reads one row. */
async function repeatables(db: Kysely<Database>): Promise<void> {
  const content = JSON.stringify([Object.keys(migrations), codeRows(), codeColumns.map((column) => [column, codesAllowed(column)]), comments, grants])
  const value = createHash('sha256').update(content).digest('hex')
  if ((await heldState(db)) === value) return
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('tipwire repeatables'))`.execute(tx)
    if ((await heldState(tx)) === value) return
    await syncCodes(tx)
    await syncCodeChecks(tx)
    await applyComments(tx)
    await applyGrants(tx)
    await tx
      .insertInto('pipeline.store_state')
      .values({ key: STATE_KEY, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value, at: sql`now()` }))
      .execute()
  })
}

async function heldState(db: Kysely<Database>): Promise<string | undefined> {
  const row = await db.selectFrom('pipeline.store_state').select('value').where('key', '=', STATE_KEY).executeTakeFirst()
  return row?.value
}
