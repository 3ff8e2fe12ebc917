import type { availabilities, DuplicateKind, Embed, SourceKind } from '@tipwire/domain'
import type { ColumnType, Generated } from 'kysely'

type Instant = ColumnType<Date, Date | string | undefined, Date | string>
type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

export type Availability = keyof typeof availabilities

/** What a document is: a page, a post of an account, or a post shown inside another document. */
export type DocumentKind = 'article' | 'post' | 'embedded_post'

interface DocumentsTable {
  document_id: string
  item_id: string
  source_id: string
  parent_document_id: string | null
  slot: string
  kind: DocumentKind
  source_kind: SourceKind
  platform: string | null
  url: string
  canonical_url: string | null
  lang: string
  published_at: MaybeInstant
  published_raw: string | null
  fetched_at: Instant
  content_sha256: string
  text_sha256: string
  title_sha256: string
  version_no: number
  supersedes: string | null
  superseded_by: string | null
  duplicate_of: string | null
  duplicate_kind: DuplicateKind | null
  duplicate_jaccard: number | null
  availability: Generated<Availability>
  text_expires_at: Date
  run_id: string
}

export interface DocumentTables {
  'pipeline.documents': DocumentsTable
  'restricted.document_texts': {
    document_id: string
    title: string
    text: string
    author: string | null
    embeds: ColumnType<Embed[], string, string>
  }
  'pipeline.signatures': { document_id: string; text_sha256: string; minhash: number[]; bands: string[] }
}
