import { sql } from 'kysely'
import type { Tx } from '../../database.ts'

export type Expired = { documents: number; items: number }

/**
 * Deletes raw texts and feed entries whose retention time has passed, up to `limit` of each; hashes, offsets and facts stay.
 * Run it again until it returns zeros.
 */
export async function expireTexts(tx: Tx, { now = new Date(), limit = 1000 }: { now?: Date; limit?: number } = {}): Promise<Expired> {
  const documents = await sql<{ document_id: string }>`
    with due as (
      select d.document_id from pipeline.documents d join restricted.document_texts t using (document_id)
      where d.text_expires_at <= ${now} order by d.document_id limit ${limit} for update of d skip locked
    ), texts as (
      delete from restricted.document_texts t using due where t.document_id = due.document_id
    )
    update pipeline.documents d set availability = case when availability in ('live', 'edited') then 'text_expired' else availability end
    from due where d.document_id = due.document_id
    returning d.document_id`.execute(tx)
  const items = await sql<{ item_id: string }>`
    delete from restricted.items where item_id in (
      select i.item_id from pipeline.items i join restricted.items r using (item_id) where i.text_expires_at <= ${now} order by i.item_id limit ${limit})
    returning item_id`.execute(tx)
  return { documents: documents.rows.length, items: items.rows.length }
}
