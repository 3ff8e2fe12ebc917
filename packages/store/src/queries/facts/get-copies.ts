import type { Db } from '../../database.ts'

/** The documents that are copies of an original, oldest id first. */
export async function getCopies(db: Db, document_id: string): Promise<string[]> {
  const rows = await db.selectFrom('pipeline.documents').select('document_id').where('duplicate_of', '=', document_id).orderBy('document_id').execute()
  return rows.map((row) => row.document_id)
}

/** The first version of a document; itself when it is the first. */
export async function getFirstVersion(db: Db, document_id: string): Promise<string> {
  const row = await db
    .selectFrom('pipeline.documents as d')
    .innerJoin('pipeline.documents as first', (join) => join.onRef('first.item_id', '=', 'd.item_id').onRef('first.slot', '=', 'd.slot'))
    .select('first.document_id')
    .where('d.document_id', '=', document_id)
    .orderBy('first.version_no')
    .limit(1)
    .executeTakeFirst()
  return row?.document_id ?? document_id
}
