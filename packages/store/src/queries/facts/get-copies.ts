import type { Db } from '../../database.ts'

/** The documents that are copies of an original, oldest id first. */
export async function getCopies(db: Db, document_id: string): Promise<string[]> {
  const rows = await db.selectFrom('pipeline.documents').select('document_id').where('duplicate_of', '=', document_id).orderBy('document_id').execute()
  return rows.map((row) => row.document_id)
}
