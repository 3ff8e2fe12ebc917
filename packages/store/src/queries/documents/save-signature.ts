import type { Tx } from '../../database.ts'

export type Signature = { document_id: string; text_sha256: string; minhash: readonly number[]; bands: readonly string[] }

/** Stores what a document's text is found by; a later signature of the same document takes its place. */
export async function saveSignature(tx: Tx, { document_id, text_sha256, minhash, bands }: Signature): Promise<void> {
  const values = { text_sha256, minhash: [...minhash], bands: [...bands] }
  await tx
    .insertInto('pipeline.signatures')
    .values({ document_id, ...values })
    .onConflict((conflict) => conflict.column('document_id').doUpdateSet(values))
    .execute()
}
