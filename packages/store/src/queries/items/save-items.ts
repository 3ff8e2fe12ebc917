import type { FeedEntry } from '@tipwire/domain'
import { sql } from 'kysely'
import type { Tx } from '../../database.ts'
import { type ItemRow, itemRows } from './item-rows.ts'

export type SaveItems = {
  source_id: string
  entries: readonly FeedEntry[]
  run_id: string
  /** True when the listing was cut off or only partly read: then nothing counts as vanished. */
  partial?: boolean
}
export type SavedItems = { new_ids: string[]; changed_ids: string[]; vanished_ids: string[] }

/**
 * Stores one listing of a source. Changed: title, update time, summary or content differ, or the item is back after it had vanished.
 * Vanished: in the listing before and not in this one, although an item older than it is still listed (so it has not just scrolled away).
 * Two listings of one source wait for each other.
 */
export async function saveItems(tx: Tx, { source_id, entries, run_id, partial = false }: SaveItems): Promise<SavedItems> {
  const { listing_no, retention_days } = await nextListing(tx, source_id)
  const rows = itemRows(entries)
  const saved = await upsert(tx, { rows, source_id, listing_no, retention_days, run_id })
  const vanished = partial ? await keepListed(tx, { source_id, listing_no }) : await findVanished(tx, { source_id, listing_no })
  return {
    new_ids: saved.filter((row) => row.was === 'new').map((row) => row.item_id),
    changed_ids: saved.filter((row) => row.was === 'changed').map((row) => row.item_id),
    vanished_ids: vanished,
  }
}

function nextListing(tx: Tx, source_id: string): Promise<{ listing_no: number; retention_days: number }> {
  return tx
    .updateTable('pipeline.sources')
    .set((row) => ({ listing_no: row('listing_no', '+', 1) }))
    .where('source_id', '=', source_id)
    .returning(['listing_no', 'retention_days'])
    .executeTakeFirstOrThrow()
}

type Upsert = { rows: ItemRow[]; source_id: string; listing_no: number; retention_days: number; run_id: string }

async function upsert(tx: Tx, { rows, source_id, listing_no, retention_days, run_id }: Upsert) {
  if (rows.length === 0) return []
  const { rows: saved } = await sql<{ item_id: string; was: 'new' | 'changed' | 'same' }>`
    with listed as (
      select l.*, i.item_id as held_id, i.content_sha256 is distinct from l.content_sha256 or i.vanished_at is not null as differs
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l(
        item_id text, entry_key text, url text, content_sha256 text, published_at timestamptz, published_raw text, entry jsonb)
      left join pipeline.items i on i.source_id = ${source_id} and i.entry_key = l.entry_key
    ), items as (
      insert into pipeline.items as i (item_id, source_id, entry_key, url, content_sha256, published_at, published_raw, listing_no, text_expires_at, run_id)
      select item_id, ${source_id}, entry_key, url, content_sha256, published_at, published_raw, ${listing_no},
        now() + ${retention_days} * interval '1 day', ${run_id}
      from listed
      on conflict (source_id, entry_key) do update set
        listing_no = excluded.listing_no, url = excluded.url, vanished_at = null,
        content_sha256 = excluded.content_sha256, published_at = excluded.published_at, published_raw = excluded.published_raw,
        changed_at = case when i.content_sha256 <> excluded.content_sha256 or i.vanished_at is not null then now() else i.changed_at end,
        text_expires_at = case when i.content_sha256 <> excluded.content_sha256 then excluded.text_expires_at else i.text_expires_at end
      returning item_id, entry_key
    ), texts as (
      insert into restricted.items (item_id, entry)
      select items.item_id, listed.entry from items join listed using (entry_key) where listed.held_id is null or listed.differs
      on conflict (item_id) do update set entry = excluded.entry
    )
    select items.item_id, case when listed.held_id is null then 'new' when listed.differs then 'changed' else 'same' end as was
    from items join listed using (entry_key) order by items.item_id`.execute(tx)
  return saved
}

async function findVanished(tx: Tx, { source_id, listing_no }: { source_id: string; listing_no: number }): Promise<string[]> {
  const { rows } = await sql<{ item_id: string }>`
    update pipeline.items set vanished_at = now()
    where source_id = ${source_id} and listing_no = ${listing_no - 1} and vanished_at is null
      and coalesce(published_at, first_seen_at) > (
        select min(coalesce(published_at, first_seen_at)) from pipeline.items where source_id = ${source_id} and listing_no = ${listing_no})
    returning item_id`.execute(tx)
  return rows.map((row) => row.item_id)
}

/** What a cut-off listing lacks may still be listed: it counts as seen, so that the next whole listing decides. */
async function keepListed(tx: Tx, { source_id, listing_no }: { source_id: string; listing_no: number }): Promise<string[]> {
  await tx
    .updateTable('pipeline.items')
    .set({ listing_no })
    .where('source_id', '=', source_id)
    .where('listing_no', '=', listing_no - 1)
    .execute()
  return []
}
