import type { Db } from '../../database.ts'

/** The documents that are copies of an original, oldest id first. */
export async function getCopies(db: Db, document_id: string): Promise<string[]> {
  const rows = await db.selectFrom('pipeline.documents').select('document_id').where('duplicate_of', '=', document_id).orderBy('document_id').execute()
  return rows.map((row) => row.document_id)
}

/** The versions of a document that are older than it, the first one first. */
export async function getFormerVersions(db: Db, document_id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('pipeline.documents as d')
    .innerJoin('pipeline.documents as former', (join) => join.onRef('former.item_id', '=', 'd.item_id').onRef('former.slot', '=', 'd.slot'))
    .select('former.document_id')
    .where('d.document_id', '=', document_id)
    .whereRef('former.version_no', '<', 'd.version_no')
    .orderBy('former.version_no')
    .execute()
  return rows.map((row) => row.document_id)
}
