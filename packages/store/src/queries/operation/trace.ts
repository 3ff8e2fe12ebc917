import { sql } from 'kysely'
import type { Db } from '../../database.ts'

export type Trace = Awaited<ReturnType<typeof trace>>

/** All that is known of one address or id (source, item, document, or what documents tell: incident, event, statistic): where it came from, what became of it, where it waits and why. No texts. */
export async function trace(db: Db, urlOrId: string) {
  return traceKeys(db, isFact.test(urlOrId) ? await tellers(db, urlOrId) : [urlOrId])
}

const isFact = /^(inc|evt|sta)_/

/** The documents that tell an incident, event or statistic. */
async function tellers(db: Db, id: string): Promise<string[]> {
  const { rows } = await sql<{ document_id: string }>`
    select distinct document_id from facts.reports
    where event_id = ${id} or statistic_id = ${id} or event_id in (select event_id from facts.events where incident_id = ${id})`.execute(db)
  return rows.map((row) => row.document_id)
}

async function traceKeys(db: Db, keys: readonly string[]) {
  const items = await findItems(db, keys)
  const documents = await findDocuments(
    db,
    keys,
    items.map((item) => item.item_id),
  )
  const source_ids = [...items, ...documents].map((row) => row.source_id)
  const sources = await findSources(db, keys, source_ids)
  const ids = [
    ...keys,
    ...items.map((item) => item.item_id),
    ...documents.map((row) => row.document_id),
    ...(items.length > 0 ? [] : sources.map((row) => row.source_id)),
  ]
  return { sources, items, documents, work: await findWork(db, ids) }
}

function findItems(db: Db, keys: readonly string[]) {
  return db
    .selectFrom('pipeline.items')
    .selectAll()
    .where((row) =>
      row.or([
        isAny(keys, 'item_id'),
        isAny(keys, 'url'),
        row('item_id', 'in', row.selectFrom('pipeline.documents').select('item_id').where(documentIs(keys))),
      ]),
    )
    .orderBy('first_seen_at')
    .orderBy('item_id')
    .limit(100)
    .execute()
}

// An equality with each key, not `= any`: a hash index serves no arrays.
const isAny = (keys: readonly string[], column: string) =>
  keys.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`(${sql.join(
        keys.map((key) => sql`${sql.ref(column)} = ${key}`),
        sql` or `,
      )})`
const documentIs = (keys: readonly string[]) => sql<boolean>`(${isAny(keys, 'document_id')} or ${isAny(keys, 'url')} or ${isAny(keys, 'canonical_url')})`

function findDocuments(db: Db, keys: readonly string[], item_ids: readonly string[]) {
  return db
    .selectFrom('pipeline.documents')
    .selectAll()
    .where((row) => row.or([documentIs(keys), sql<boolean>`item_id = any(${item_ids}::text[])`]))
    .orderBy('fetched_at')
    .orderBy('document_id')
    .limit(100)
    .execute()
}

function findSources(db: Db, keys: readonly string[], source_ids: readonly string[]) {
  return db
    .selectFrom('pipeline.sources')
    .selectAll()
    .where((row) => row.or([isAny(keys, 'source_id'), isAny(keys, 'url'), sql<boolean>`source_id = any(${source_ids}::text[])`]))
    .orderBy('source_id')
    .execute()
}

function findWork(db: Db, ids: readonly string[]) {
  return db.selectFrom('pipeline.work').selectAll().where(sql<boolean>`id = any(${ids}::text[])`).orderBy('since').orderBy('stage').execute()
}
