import { sql } from 'kysely'
import type { Tx } from '../../database.ts'
import { withdrawDocuments } from '../documents/withdraw-document.ts'
import { openAll } from '../work/open-work.ts'

/** Takes back what one run collected: its documents, and those of its items. The resolver then takes their tellings back. Returns the documents. */
export async function withdrawRun(tx: Tx, { run_id }: { run_id: string }): Promise<{ documents: string[] }> {
  await tx.updateTable('pipeline.runs').set({ withdrawn_at: sql`now()` }).where('run_id', '=', run_id).execute()
  await sql`delete from restricted.items r using pipeline.items i where i.item_id = r.item_id and i.run_id = ${run_id}`.execute(tx)
  const ofRun = sql<boolean>`(d.run_id = ${run_id} or d.item_id in (select item_id from pipeline.items where run_id = ${run_id}))`
  const documents = await withdrawDocuments(tx, { where: ofRun, reason: 'withdrawn' })
  await openAll(
    tx,
    documents.map((id) => ({ stage: 'resolve', id })),
  )
  return { documents }
}
