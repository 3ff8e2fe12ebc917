import { sql } from 'kysely'
import type { Tx } from '../../database.ts'
import { withdrawDocuments } from '../documents/withdraw-document.ts'
import { openAll } from '../work/open-work.ts'
import { closePoll } from './close-poll.ts'

/** Ends a source and withdraws all of its documents; the resolver then takes their tellings back. Returns how many documents. */
export async function removeSource(tx: Tx, { source_id }: { source_id: string }): Promise<number> {
  await tx.updateTable('pipeline.sources').set({ removed_at: sql`now()` }).where('source_id', '=', source_id).execute()
  await closePoll(tx, { source_id, reason: 'the source is removed' })
  const withdrawn = await withdrawDocuments(tx, { where: sql<boolean>`d.source_id = ${source_id}`, reason: 'withdrawn' })
  await openAll(
    tx,
    withdrawn.map((id) => ({ stage: 'resolve', id })),
  )
  return withdrawn.length
}

/** Removes every sample source with all that came from it. Returns how many sources. */
export async function removeSampleData(tx: Tx): Promise<number> {
  const samples = await tx.selectFrom('pipeline.sources').select('source_id').where('sample', '=', true).where('removed_at', 'is', null).execute()
  for (const sample of samples) await removeSource(tx, sample)
  return samples.length
}
