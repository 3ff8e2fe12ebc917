import { sql } from 'kysely'
import type { Db } from '../../database.ts'

export type Trace = Awaited<ReturnType<typeof trace>>

/** All that is known of one address or id (source, item, document): where it came from, what became of it, where it waits and why. No texts. */
export async function trace(db: Db, urlOrId: string) {
  const items = await findItems(db, urlOrId)
  const documents = await findDocuments(
    db,
    urlOrId,
    items.map((item) => item.item_id),
  )
  const source_ids = [...items, ...documents].map((row) => row.source_id)
  const sources = await findSources(db, urlOrId, source_ids)
  const ids = [
    urlOrId,
    ...items.map((item) => item.item_id),
    ...documents.map((row) => row.document_id),
    ...(items.length > 0 ? [] : sources.map((row) => row.source_id)),
  ]
  return { sources, items, documents, work: await findWork(db, ids) }
}

function findItems(db: Db, key: string) {
  return db
    .selectFrom('pipeline.items')
    .selectAll()
    .where((row) =>
      row.or([
        row('item_id', '=', key),
        row('url', '=', key),
        row('item_id', 'in', row.selectFrom('pipeline.documents').select('item_id').where(documentIs(key))),
      ]),
    )
    .orderBy('first_seen_at')
    .orderBy('item_id')
    .limit(100)
    .execute()
}

const documentIs = (key: string) => sql<boolean>`(document_id = ${key} or url = ${key} or canonical_url = ${key})`

function findDocuments(db: Db, key: string, item_ids: readonly string[]) {
  return db
    .selectFrom('pipeline.documents')
    .selectAll()
    .where((row) => row.or([documentIs(key), sql<boolean>`item_id = any(${item_ids}::text[])`]))
    .orderBy('fetched_at')
    .orderBy('document_id')
    .limit(100)
    .execute()
}

function findSources(db: Db, key: string, source_ids: readonly string[]) {
  return db
    .selectFrom('pipeline.sources')
    .selectAll()
    .where((row) => row.or([row('source_id', '=', key), row('url', '=', key), sql<boolean>`source_id = any(${source_ids}::text[])`]))
    .orderBy('source_id')
    .execute()
}

function findWork(db: Db, ids: readonly string[]) {
  return db.selectFrom('pipeline.work').selectAll().where(sql<boolean>`id = any(${ids}::text[])`).orderBy('since').orderBy('stage').execute()
}
