import { sql } from 'kysely'
import type { Db } from '../../database.ts'

export type SimilarTo = { document_id: string; bands: readonly string[]; text_sha256: string; canonical_url: string | null; limit?: number }
export type SimilarDocument = {
  document_id: string
  item_id: string
  source_id: string
  parent_document_id: string | null
  duplicate_of: string | null
  text_sha256: string
  canonical_url: string | null
  published_at: Date | null
  fetched_at: Date
  minhash: number[]
  /** How many of the bands they share. */
  shared_bands: number
}

/**
 * Documents that may be copies: they share a band, the text or the canonical address. Newest versions that are not withdrawn, the
 * likeliest first. Whether one is a copy is for the caller to decide.
 */
export async function findSimilar(db: Db, { document_id, bands, text_sha256, canonical_url, limit = 200 }: SimilarTo): Promise<SimilarDocument[]> {
  const { rows } = await sql<SimilarDocument>`
    with found as (
      select pipeline.documents_sharing(${bands}::text[]) as document_id
      union select document_id from pipeline.documents where text_sha256 = ${text_sha256}
      union select document_id from pipeline.documents where canonical_url = ${canonical_url}
    )
    select d.document_id, d.item_id, d.source_id, d.parent_document_id, d.duplicate_of, d.text_sha256, d.canonical_url, d.published_at, d.fetched_at,
      coalesce(s.minhash, '{}') as minhash,
      (select count(*)::int from unnest(s.bands) band where band = any(${bands}::text[])) as shared_bands
    from found join pipeline.documents d using (document_id) left join pipeline.signatures s using (document_id)
    where d.document_id <> ${document_id} and d.superseded_by is null and d.availability not in ('deleted', 'withdrawn')
    order by d.text_sha256 = ${text_sha256} desc, shared_bands desc, d.document_id
    limit ${limit}`.execute(db)
  return rows
}
