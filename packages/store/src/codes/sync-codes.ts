import { codeLists } from '@tipwire/domain'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Database } from '../database.ts'

type CodeRow = { list: string; code: string; label: string; definition: string; position: number }

/** Every code of domain as a row. */
export function codeRows(): CodeRow[] {
  return Object.entries(codeLists).flatMap(([list, codes]) =>
    Object.entries(codes).map(([code, { label, definition }], position) => ({ list, code, label, definition, position })),
  )
}

/** Writes domain's codes into the store. Throws when the store holds a code that domain no longer has: rows may use it, and consumers do. */
export async function syncCodes(db: Kysely<Database>): Promise<void> {
  const rows = codeRows()
  const known = new Set(rows.map((row) => `${row.list}:${row.code}`))
  const held = await db.selectFrom('pipeline.codes').select(['list', 'code']).execute()
  const removed = held.map((row) => `${row.list}:${row.code}`).filter((name) => !known.has(name))
  if (removed.length > 0) throw new Error(`codes may be added, never removed; domain lacks ${removed.join(', ')}`)
  await db
    .insertInto('pipeline.codes')
    .columns(['list', 'code', 'label', 'definition', 'position'])
    .expression(
      sql<CodeRow>`select list, code, label, definition, position from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(list text, code text, label text, definition text, position int)`,
    )
    .onConflict((conflict) =>
      conflict.columns(['list', 'code']).doUpdateSet((row) => ({
        label: row.ref('excluded.label'),
        definition: row.ref('excluded.definition'),
        position: row.ref('excluded.position'),
      })),
    )
    .execute()
}
