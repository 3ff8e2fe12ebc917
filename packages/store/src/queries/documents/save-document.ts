import { type Article, newId, type SourceKind } from '@tipwire/domain'
import { sql } from 'kysely'
import type { Tx } from '../../database.ts'
import type { DocumentKind } from '../../tables/documents.ts'
import { instant, sha256 } from '../items/item-rows.ts'
import { storable, storableJson } from '../storable.ts'
import { openAll } from '../work/open-work.ts'
import { type NewestVersion, newestVersion } from './newest-version.ts'

export type SaveDocument = {
  item_id: string
  source_id: string
  url: string
  canonical_url: string | null
  kind: DocumentKind
  article: Article
  /** With offset, as far as known; an instant that can't be is stored as unknown. */
  published_at: string | null
  lang: string
  content_sha256: string
  text_sha256: string
  run_id: string
  /** Set for a post shown inside another document. */
  parent_document_id?: string | null
  /** Of an embedded post: where it stands and who wrote it. */
  platform?: string | null
  author?: string | null
  /** When it differs from the source's kind. */
  source_kind?: SourceKind
}
export type SavedDocument = { document_id: string; version_no: number; is_new: boolean; supersedes: string | null }

/**
 * Stores a fetched document. The same title and text as the newest version of its item is no new version; anything else is,
 * and supersedes it. Embedded posts have versions of their own, by address. Two workers saving one item wait for each other.
 */
export async function saveDocument(tx: Tx, document: SaveDocument): Promise<SavedDocument> {
  const { source_kind, retention_days } = await lockItem(tx, document.item_id)
  const slot = slotOf(document)
  const title_sha256 = sha256(document.article.title)
  const newest = await newestVersion(tx, { item_id: document.item_id, slot })
  if (newest && isSame(newest, document, title_sha256)) return keep(tx, newest, document)
  const saved = { document_id: newId('doc'), version_no: (newest?.version_no ?? 0) + 1, is_new: true, supersedes: newest?.document_id ?? null }
  await supersede(tx, newest, saved.document_id)
  await insertDocument(tx, document, { ...saved, slot, title_sha256, source_kind: document.source_kind ?? source_kind, retention_days })
  await insertText(tx, saved.document_id, document)
  return saved
}

function lockItem(tx: Tx, item_id: string): Promise<{ source_kind: SourceKind; retention_days: number }> {
  return tx
    .selectFrom('pipeline.items as i')
    .innerJoin('pipeline.sources as s', 's.source_id', 'i.source_id')
    .select(['s.kind as source_kind', 's.retention_days'])
    .where('i.item_id', '=', item_id)
    .forNoKeyUpdate('i')
    .executeTakeFirstOrThrow()
}

/** What a document is a version of: its item's page, or one post shown in it; a post without an address is known by its words. */
function slotOf({ parent_document_id, canonical_url, text_sha256 }: SaveDocument): string {
  if (!parent_document_id) return 'page'
  return `post:${canonical_url === null ? text_sha256 : sha256(canonical_url)}`
}

function isSame(newest: NewestVersion, document: SaveDocument, title_sha256: string): boolean {
  const stands = newest.availability === 'live' || newest.availability === 'edited' || newest.availability === 'text_expired'
  return stands && newest.text_sha256 === document.text_sha256 && newest.title_sha256 === title_sha256
}

/** An embedded post that stands unchanged in a new version of its page belongs to that version from now on. */
async function keep(tx: Tx, newest: NewestVersion, document: SaveDocument): Promise<SavedDocument> {
  await tx
    .updateTable('pipeline.documents')
    .set({ fetched_at: sql`now()`, content_sha256: document.content_sha256, parent_document_id: document.parent_document_id ?? null })
    .where('document_id', '=', newest.document_id)
    .execute()
  return { document_id: newest.document_id, version_no: newest.version_no, is_new: false, supersedes: newest.supersedes }
}

async function supersede(tx: Tx, newest: NewestVersion | undefined, by: string): Promise<void> {
  if (!newest) return
  await tx
    .updateTable('pipeline.documents')
    .set({ superseded_by: by, availability: sql`case when availability = 'live' then 'edited' else availability end` })
    .where('document_id', '=', newest.document_id)
    .execute()
  await resolvePostsAgain(tx, newest.document_id)
}

/** A post that the newer page no longer shows has told what the resolver must take back; for one that it still shows nothing changes. */
async function resolvePostsAgain(tx: Tx, page: string): Promise<void> {
  const told = await tx
    .selectFrom('pipeline.documents as d')
    .innerJoin('pipeline.work as w', (join) => join.onRef('w.id', '=', 'd.document_id').on('w.stage', '=', 'resolve'))
    .select(['w.stage', 'w.id'])
    .where('d.parent_document_id', '=', page)
    .execute()
  await openAll(tx, told)
}

type DocumentRow = SavedDocument & { slot: string; title_sha256: string; source_kind: SourceKind; retention_days: number }

async function insertDocument(tx: Tx, document: SaveDocument, { is_new: _, retention_days, ...row }: DocumentRow): Promise<void> {
  await tx
    .insertInto('pipeline.documents')
    .values({
      ...row,
      item_id: document.item_id,
      source_id: document.source_id,
      parent_document_id: document.parent_document_id ?? null,
      kind: document.kind,
      platform: document.platform ?? null,
      url: storable(document.url),
      canonical_url: document.canonical_url,
      lang: document.lang,
      published_at: instant(document.published_at),
      published_raw: document.published_at,
      content_sha256: document.content_sha256,
      text_sha256: document.text_sha256,
      superseded_by: null,
      duplicate_of: null,
      duplicate_kind: null,
      duplicate_jaccard: null,
      text_expires_at: sql`now() + ${retention_days} * interval '1 day'`,
      run_id: document.run_id,
    })
    .execute()
}

async function insertText(tx: Tx, document_id: string, { article, author }: SaveDocument): Promise<void> {
  const { title, text, embeds } = article
  await tx
    .insertInto('restricted.document_texts')
    .values({ document_id, title: storable(title), text: storable(text), author: author ?? null, embeds: storableJson(embeds) })
    .execute()
}
