import type { Adapter, FeedEntry, SourceKind, SourceSpec, SourceState } from '@tipwire/domain'
import type { ColumnType, Generated } from 'kysely'

type Instant = ColumnType<Date, Date | string | undefined, Date | string>
type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

export interface SourcesTable {
  source_id: string
  name: string
  url: string
  kind: SourceKind
  adapter: Adapter
  country: string | null
  tz: string | null
  lang: string | null
  actor: string | null
  poll_every_s: number
  retention_days: number
  selectors: ColumnType<SourceSpec['selectors'], string | null, string | null>
  allow_private_address: boolean
  sample: Generated<boolean>
  state: Generated<SourceState>
  state_reason: string | null
  etag: string | null
  last_modified: string | null
  http_status: number | null
  resolved_url: string | null
  consecutive_failures: Generated<number>
  watching_since: MaybeInstant
  last_poll_at: MaybeInstant
  last_fetch_ok_at: MaybeInstant
  last_new_content_at: MaybeInstant
  rhythm_s: number | null
  listing_no: Generated<number>
  added_at: Instant
  removed_at: MaybeInstant
}

export interface SourceTables {
  'pipeline.sources': SourcesTable
  'pipeline.items': {
    item_id: string
    source_id: string
    entry_key: string
    url: string | null
    content_sha256: string
    published_at: MaybeInstant
    published_raw: string | null
    first_seen_at: Instant
    changed_at: Instant
    listing_no: number
    vanished_at: MaybeInstant
    text_expires_at: Date
    run_id: string
  }
  'restricted.items': { item_id: string; entry: ColumnType<FeedEntry, string, string> }
  'tipwire.sources': {
    source_id: string
    name: string
    kind: string
    country: string | null
    lang: string | null
    state: string
    state_reason: string | null
    watching_since: Date | null
    last_fetch_ok_at: Date | null
    last_new_content_at: Date | null
    silent: boolean
  }
}
