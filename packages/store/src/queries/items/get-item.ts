import type { FeedEntry } from '@tipwire/domain'
import type { Db } from '../../database.ts'
import { getSource } from '../sources/list-sources.ts'
import type { Source } from '../sources/source-row.ts'

export type Item = {
  item_id: string
  source_id: string
  url: string | null
  published_at: Date | null
  first_seen_at: Date
  vanished_at: Date | null
  source: Source
  /** Null when retention has deleted it. */
  entry: FeedEntry | null
}

/** An item with its source and its entry; undefined when there is none of that id. */
export async function getItem(db: Db, item_id: string): Promise<Item | undefined> {
  const row = await db
    .selectFrom('pipeline.items as i')
    .leftJoin('restricted.items as r', 'r.item_id', 'i.item_id')
    .select(['i.item_id', 'i.source_id', 'i.url', 'i.published_at', 'i.first_seen_at', 'i.vanished_at', 'r.entry'])
    .where('i.item_id', '=', item_id)
    .executeTakeFirst()
  if (!row) return undefined
  const source = await getSource(db, row.source_id)
  return source && { ...row, source }
}
