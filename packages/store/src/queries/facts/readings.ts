import type { Reading } from '@tipwire/domain'
import { sql } from 'kysely'
import type { Db, Tx } from '../../database.ts'
import { storableJson } from '../storable.ts'

export type SaveReading = { document_id: string; reader_version: string; reading: Reading; run_id: string }

/** Stores what a reader version read in a document; read again by the same version, the new reading takes its place. Quotes must be redacted already. */
export async function saveReading(tx: Db, { document_id, reader_version, reading, run_id }: SaveReading): Promise<void> {
  const values = { reading: storableJson(reading), run_id, read_at: sql<Date>`clock_timestamp()` }
  await tx
    .insertInto('facts.readings')
    .values({ document_id, reader_version, ...values })
    .onConflict((conflict) => conflict.columns(['document_id', 'reader_version']).doUpdateSet(values))
    .execute()
}

/** The newest reading of a document; undefined when it has not been read. */
export async function getReading(db: Db, document_id: string): Promise<Reading | undefined> {
  const row = await db
    .selectFrom('facts.readings')
    .select('reading')
    .where('document_id', '=', document_id)
    .orderBy('read_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.reading as Reading | undefined
}

export type ToldDocument = { document_id: string; headline: string; agency: string | null }

/** What reports show of a document: its redacted headline, and the agency that it credits. */
export async function saveToldDocument(tx: Tx, { document_id, headline, agency }: ToldDocument): Promise<void> {
  await tx
    .insertInto('facts.told_documents')
    .values({ document_id, headline, agency })
    .onConflict((conflict) => conflict.column('document_id').doUpdateSet({ headline, agency }))
    .execute()
}

/** What `saveToldDocument` stored; undefined when the document tells nothing. */
export function getToldDocument(db: Db, document_id: string): Promise<ToldDocument | undefined> {
  return db.selectFrom('facts.told_documents').selectAll().where('document_id', '=', document_id).executeTakeFirst()
}
