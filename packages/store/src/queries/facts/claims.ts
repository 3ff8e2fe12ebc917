import { sql } from 'kysely'
import type { Tx } from '../../database.ts'
import { storableJson } from '../storable.ts'

export type ClaimRow = { claim_id: string; kind: 'event' | 'event_count' | 'statistic'; value: unknown; spans: readonly unknown[] }

/** Stores what a document claims; claims that it made before and makes no more become inactive. */
export async function saveClaims(
  tx: Tx,
  { document_ids, document_id, claims, run_id }: { document_ids: readonly string[]; document_id: string; claims: readonly ClaimRow[]; run_id: string },
): Promise<void> {
  await sql`update facts.claims set active = false where document_id = any(${document_ids}::text[]) and active`.execute(tx)
  if (claims.length === 0) return
  const rows = storableJson(claims.map((claim) => ({ ...claim, document_id, run_id })))
  await sql`
    insert into facts.claims (claim_id, document_id, kind, value, spans, run_id)
    select claim_id, document_id, kind, value, spans, run_id from jsonb_populate_recordset(null::facts.claims, ${rows}::jsonb)
    on conflict (claim_id) do update set value = excluded.value, spans = excluded.spans, run_id = excluded.run_id, active = true`.execute(tx)
}
