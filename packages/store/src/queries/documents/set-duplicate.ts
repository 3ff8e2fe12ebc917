import type { DuplicateKind } from '@tipwire/domain'
import { sql } from 'kysely'
import type { Tx } from '../../database.ts'

export type SetDuplicate =
  | { document_id: string; duplicate_of: string; kind: DuplicateKind; jaccard: number | null }
  | { document_id: string; duplicate_of: null }

/** Notes what a document is a copy of, or that it is none. A copy of a copy is a copy of the first: no chains are stored. */
export async function setDuplicate(tx: Tx, input: SetDuplicate): Promise<void> {
  const copy = input.duplicate_of === null ? null : input
  const root =
    copy &&
    sql<string>`(select coalesce(nullif(duplicate_of, ${copy.document_id}), document_id) from pipeline.documents where document_id = ${copy.duplicate_of})`
  await tx
    .updateTable('pipeline.documents')
    .set({ duplicate_of: root, duplicate_kind: copy?.kind ?? null, duplicate_jaccard: copy?.jaccard ?? null })
    .where('document_id', '=', input.document_id)
    .execute()
  if (!copy) return
  await tx
    .updateTable('pipeline.documents')
    .set({ duplicate_of: sql`(select duplicate_of from pipeline.documents where document_id = ${copy.document_id})` })
    .where('duplicate_of', '=', copy.document_id)
    .where(sql<boolean>`document_id <> (select duplicate_of from pipeline.documents where document_id = ${copy.document_id})`)
    .execute()
}
