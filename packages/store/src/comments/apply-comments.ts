import { codeLists } from '@tipwire/domain'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.ts'
import { comments } from './comments.ts'
import type { ColumnComment } from './types.ts'

/** Writes every comment into the database, where BI tools show it. Throws when a view or column is gone. */
export async function applyComments(db: Kysely<Database>): Promise<void> {
  for (const [table, { comment, columns }] of Object.entries(comments)) {
    await sql`comment on ${await relationKind(db, table)} ${sql.table(table)} is ${sql.lit(comment)}`.execute(db)
    for (const [column, words] of Object.entries(columns)) {
      await sql`comment on column ${sql.id(...table.split('.'), column)} is ${sql.lit(commentText(words))}`.execute(db)
    }
  }
}

/** The words of a column, with its codes written out. */
function commentText(words: ColumnComment): string {
  if (typeof words === 'string') return words
  const codes = Object.entries(codeLists[words.codes]).map(([code, { definition }]) => `${code}: ${definition}`)
  return `${words.text} Codes: ${codes.join(' ')}`
}

async function relationKind(db: Kysely<Database>, table: string) {
  const { rows } = await sql<{ relkind: string }>`select relkind from pg_class where oid = to_regclass(${table})`.execute(db)
  const kinds: Record<string, string> = { v: 'view', m: 'materialized view', r: 'table', p: 'table' }
  const kind = kinds[rows[0]?.relkind ?? '']
  if (!kind) throw new Error(`a comment is written for ${table}, which does not exist`)
  return sql.raw(kind)
}
