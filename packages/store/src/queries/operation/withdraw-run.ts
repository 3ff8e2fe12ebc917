import { sql } from 'kysely'
import type { Tx } from '../../database.ts'
import { withdrawDocuments } from '../documents/withdraw-document.ts'
import { openAll } from '../work/open-work.ts'

export type WithdrawnRun = {
  /** Documents that the run collected; they are withdrawn. */
  documents: string[]
  /** Documents of other runs that this one read; they are read again, or lose their facts when the text is no longer held. */
  readings: string[]
}

/** Takes back what one run made: documents that it collected, and its readings. The resolver then takes their tellings back. */
export async function withdrawRun(tx: Tx, { run_id }: { run_id: string }): Promise<WithdrawnRun> {
  await tx.updateTable('pipeline.runs').set({ withdrawn_at: sql`now()` }).where('run_id', '=', run_id).execute()
  await sql`delete from restricted.items r using pipeline.items i where i.item_id = r.item_id and i.run_id = ${run_id}`.execute(tx)
  const ofRun = sql<boolean>`(d.run_id = ${run_id} or d.item_id in (select item_id from pipeline.items where run_id = ${run_id}))`
  const documents = await withdrawDocuments(tx, { where: ofRun, reason: 'withdrawn' })
  const readings = await withdrawReadings(tx, run_id)
  const resolved = [...documents, ...readings.filter((reading) => !reading.text_held).map((reading) => reading.document_id)]
  const read = readings.filter((reading) => reading.text_held)
  await openAll(tx, [
    ...resolved.map((id) => ({ stage: 'resolve' as const, id })),
    ...read.map((reading) => ({ stage: 'extract' as const, id: reading.document_id })),
  ])
  return { documents, readings: readings.map((reading) => reading.document_id) }
}

async function withdrawReadings(tx: Tx, run_id: string): Promise<{ document_id: string; text_held: boolean }[]> {
  const { rows } = await sql<{ document_id: string; text_held: boolean }>`
    delete from facts.readings r where r.run_id = ${run_id}
    returning r.document_id, exists (select from restricted.document_texts t where t.document_id = r.document_id) as text_held`.execute(tx)
  return rows
}
