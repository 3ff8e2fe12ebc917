import { Instant, type ReadableDocument } from '@tipwire/domain'
import { sql } from 'kysely'
import type { Db } from '../../database.ts'
import type { Availability, DocumentKind } from '../../tables/documents.ts'

export type StoredReadable = ReadableDocument & {
  document_id: string
  item_id: string
  source_id: string
  kind: DocumentKind
  parent_document_id: string | null
  availability: Availability
  /** The version that took its place; for an embedded post whose page no longer shows it, the page's newer version. */
  superseded_by: string | null
  supersedes: string | null
  duplicate_of: string | null
  version_no: number
  text_sha256: string
  canonical_url: string | null
  fetched_at: Date
  /** False when the text was withdrawn or has expired: `title` and `text` are empty then. */
  text_held: boolean
}

/** A document as the reader takes it, with its place in the store; undefined when there is none of that id. */
export async function getReadable(db: Db, document_id: string): Promise<StoredReadable | undefined> {
  const row = await select(db).where('d.document_id', '=', document_id).executeTakeFirst()
  return row && toReadable(row)
}

/** `getReadable` for many documents, in no particular order; unknown ids are left out. */
export async function getReadables(db: Db, document_ids: readonly string[]): Promise<StoredReadable[]> {
  const rows = await select(db).where(sql<boolean>`d.document_id = any(${document_ids}::text[])`).execute()
  return rows.map(toReadable)
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

function select(db: Db) {
  return db
    .selectFrom('pipeline.documents as d')
    .innerJoin('pipeline.sources as s', 's.source_id', 'd.source_id')
    .leftJoin('restricted.document_texts as t', 't.document_id', 'd.document_id')
    .leftJoin('pipeline.documents as parent', 'parent.document_id', 'd.parent_document_id')
    .select(['d.document_id', 'd.item_id', 'd.source_id', 'd.kind', 'd.parent_document_id', 'd.availability', 'd.supersedes', 'd.duplicate_of'])
    .select(['d.version_no', 'd.text_sha256', 'd.canonical_url', 'd.fetched_at', 'd.url', 'd.lang', 'd.published_at', 'd.published_raw', 'd.platform'])
    .select(['d.source_kind', 's.name', 's.tz', 's.actor', 't.title', 't.text', 't.author', 'd.superseded_by', 'parent.superseded_by as parent_superseded_by'])
}

function toReadable(row: Row): StoredReadable {
  const { title, text, author, name, tz, actor, published_at, published_raw, platform, superseded_by, parent_superseded_by, ...document } = row
  const embedded = row.kind === 'embedded_post'
  return {
    ...document,
    id: row.document_id,
    title: title ?? '',
    text: text ?? '',
    text_held: text !== null,
    published_at: published_at && instantAsPublished(published_raw, published_at),
    publisher_tz: tz,
    publisher: embedded ? author : name,
    source_actor: embedded ? null : actor,
    superseded_by: superseded_by ?? parent_superseded_by,
    ...(platform === null ? {} : { platform }),
  }
}

/** As published, because its offset says in which day the publisher lives. */
function instantAsPublished(raw: string | null, at: Date): string {
  return raw !== null && Instant.safeParse(raw).success ? raw : at.toISOString()
}
