import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database.ts'

export type WithdrawReason = 'deleted' | 'withdrawn'

/**
 * Marks every version of an item's page, and the posts shown in it, as gone, and deletes their texts. Returns the documents that were
 * not gone before; each needs a `resolve` row, so that its tellings are taken back.
 */
export async function withdrawDocument(tx: Tx, input: { item_id: string; reason: WithdrawReason; run_id: string }): Promise<string[]> {
  await sql`delete from restricted.items where item_id = ${input.item_id}`.execute(tx)
  return withdrawDocuments(tx, { where: sql<boolean>`d.item_id = ${input.item_id}`, reason: input.reason })
}

/** `withdrawDocument` for all documents `d` of a condition. */
export async function withdrawDocuments(tx: Tx, { where, reason }: { where: RawBuilder<boolean>; reason: WithdrawReason }): Promise<string[]> {
  const { rows } = await sql<{ document_id: string }>`
    with gone as (
      select d.document_id from pipeline.documents d
      where ${where} and d.availability not in ('deleted', 'withdrawn') order by d.document_id for update
    ), texts as (
      delete from restricted.document_texts t using gone where t.document_id = gone.document_id
    )
    update pipeline.documents d set availability = ${reason} from gone where d.document_id = gone.document_id
    returning d.document_id`.execute(tx)
  return rows.map((row) => row.document_id)
}
