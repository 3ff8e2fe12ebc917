import { sql } from 'kysely'
import type { Db } from '../../database.ts'
import type { Views } from './views.ts'

const needed = ['incidents', 'events', 'statistics', 'reports', 'evidence', 'changes', 'sources'] satisfies (keyof Views extends `tipwire.${infer Name}`
  ? Name
  : never)[]

/** Which views of the public contract this connection cannot read; empty when all is there. Throws when the database does not answer. */
export async function missingViews(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select n.name from unnest(${needed}::text[]) as n(name)
    where to_regclass('tipwire.' || n.name) is null or not has_table_privilege('tipwire.' || n.name, 'select')`.execute(db)
  return rows.map((row) => `tipwire.${row.name}`)
}
