import { createHash } from 'node:crypto'
import { type FeedEntry, newId } from '@tipwire/domain'
import { storableJson } from '../storable.ts'

export type ItemRow = {
  item_id: string
  entry_key: string
  url: string | null
  content_sha256: string
  published_at: string | null
  published_raw: string | null
  entry: unknown
}

const LONGEST_KEY = 200

/** Entries as rows; of two entries with one key the later in the feed is dropped. */
export function itemRows(entries: readonly FeedEntry[]): ItemRow[] {
  const rows = new Map<string, ItemRow>()
  for (const entry of entries) {
    const row = itemRow(entry)
    if (!rows.has(row.entry_key)) rows.set(row.entry_key, row)
  }
  return [...rows.values()]
}

function itemRow(given: FeedEntry): ItemRow {
  const entry = JSON.parse(storableJson(given)) as FeedEntry
  return {
    item_id: newId('itm'),
    entry_key: entryKey(entry.id),
    url: entry.url,
    content_sha256: sha256(JSON.stringify([entry.title, entry.updated_at, entry.summary, entry.content])),
    published_at: instant(entry.published_at),
    published_raw: entry.published_at,
    entry,
  }
}

/** A publisher's id may be of any length; an index row may not. */
function entryKey(id: string): string {
  return id.length <= LONGEST_KEY ? id : `sha256:${sha256(id)}`
}

/** The instant in ISO form, or null when it is none that the database can hold. */
export function instant(text: string | null): string | null {
  const ms = text === null ? Number.NaN : Date.parse(text)
  const year = Number.isNaN(ms) ? 0 : new Date(ms).getUTCFullYear()
  return year >= 1900 && year <= 9999 ? new Date(ms).toISOString() : null
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
