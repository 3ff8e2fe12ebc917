import { sql } from 'kysely'
import type { Db } from '../../database.ts'
import type { Views } from './views.ts'

type ViewName = keyof Views extends `tipwire.${infer Name}` ? Name : never

const needed = ['incidents', 'events', 'statistics', 'reports', 'evidence', 'changes', 'sources'] satisfies ViewName[]

/** Which views of the public contract this connection cannot read; empty when all is there. Throws when the database does not answer. */
export async function missingViews(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select n.name from unnest(${needed}::text[]) as n(name)
    where to_regclass('tipwire.' || n.name) is null or not has_table_privilege('tipwire.' || n.name, 'select')`.execute(db)
  return rows.map((row) => `tipwire.${row.name}`)
}

/** Which of these columns the views lack: a database that an older or newer version has migrated. */
export async function missingColumns(db: Db, expected: Readonly<Record<ViewName, readonly string[]>>): Promise<string[]> {
  const pairs = JSON.stringify(Object.entries(expected).flatMap(([view, columns]) => columns.map((column) => ({ view, column }))))
  const { rows } = await sql<{ name: string }>`
    select 'tipwire.' || e.view || '.' || e.column as name
    from jsonb_to_recordset(${pairs}::jsonb) as e(view text, "column" text)
    left join pg_attribute a on a.attrelid = to_regclass('tipwire.' || e.view) and a.attname = e.column and not a.attisdropped
    where a.attname is null order by 1`.execute(db)
  return rows.map((row) => row.name)
}
