import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../database.ts'
import { codeColumns, codesAllowed } from './code-columns.ts'
import type { CodeColumn } from './types.ts'

/**
 * Gives every column of codes its CHECK. A CHECK rather than a foreign key: a handful of code rows that every insert must lock
 * would be the hottest rows of the store, and an array can't have a foreign key.
 */
export async function syncCodeChecks(db: Kysely<Database>): Promise<void> {
  const held = await heldChecks(db)
  for (const column of codeColumns) {
    const name = `${column.column}_is_a_code`
    const wanted = codesAllowed(column).join(' ')
    const current = held.get(`${column.table} ${name}`)
    if (current === wanted) continue
    await remakeCheck(db, { column, name, wanted, replaces: current !== undefined })
  }
}

/** The codes of each check stand in its comment: the server rewrites the expression, so that it can't be compared. */
async function heldChecks(db: Kysely<Database>): Promise<Map<string, string>> {
  const { rows } = await sql<{ check: string; codes: string | null }>`
    select n.nspname || '.' || t.relname || ' ' || c.conname as check, obj_description(c.oid, 'pg_constraint') as codes
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
    where c.contype = 'c' and c.conname like '%\\_is\\_a\\_code' and n.nspname in ('pipeline', 'facts')`.execute(db)
  return new Map(rows.map((row) => [row.check, row.codes ?? '']))
}

async function remakeCheck(db: Kysely<Database>, check: { column: CodeColumn; name: string; wanted: string; replaces: boolean }): Promise<void> {
  const table = sql.table(check.column.table)
  const name = sql.id(check.name)
  if (check.replaces) await sql`alter table ${table} drop constraint ${name}`.execute(db)
  await sql`alter table ${table} add constraint ${name} check (${expression(check.column)})`.execute(db)
  await sql`comment on constraint ${name} on ${table} is ${sql.lit(check.wanted)}`.execute(db)
}

function expression(column: CodeColumn): RawBuilder<boolean> {
  const codes = sql.join(codesAllowed(column).map((code) => sql.lit(code)))
  return column.array ? sql`${sql.id(column.column)} <@ array[${codes}]::text[]` : sql`${sql.id(column.column)} in (${codes})`
}
