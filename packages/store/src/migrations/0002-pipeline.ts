import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Runs, the ledger, sources, items, documents with their restricted texts, signatures, and the view `tipwire.sources`. */
export const pipeline: Migration = {
  async up(db: Kysely<unknown>) {
    await runsAndWork(db)
    await sourcesAndItems(db)
    await documents(db)
    await sourcesView(db)
  },
}

async function runsAndWork(db: Kysely<unknown>) {
  await sql`
    create table pipeline.runs (
      run_id text primary key,
      service text not null,
      version text not null,
      started_at timestamptz not null default now(),
      withdrawn_at timestamptz
    )`.execute(db)
  await sql`
    create table pipeline.work (
      stage text not null,
      id text not null,
      state text not null default 'waiting',
      since timestamptz not null default now(),
      not_before timestamptz not null default now(),
      queued_at timestamptz,
      starts int not null default 0,
      attempts int not null default 0,
      fence bigint not null default 0,
      error_code text,
      error_message text,
      reason text,
      run_id text,
      finished_at timestamptz,
      primary key (stage, id)
    ) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05)`.execute(db)
  // Serves dueWork and workCounts: what waits, by stage and time. Done rows, nearly all, are not in it. Verbs that look rows up by id must
  // not ask for state = 'waiting' in the same breath: without statistics the planner would read this index from end to end for each row.
  await sql`create index work_waiting on pipeline.work (stage, not_before) where state = 'waiting'`.execute(db)
  // Serves listQuarantine, retryQuarantined and dropQuarantined by cause.
  await sql`create index work_quarantined on pipeline.work (error_code, since) where state = 'quarantined'`.execute(db)
  // Serves trace: the rows of one id over all stages.
  await sql`create index work_id on pipeline.work (id)`.execute(db)
}

async function sourcesAndItems(db: Kysely<unknown>) {
  await sql`
    create table pipeline.sources (
      source_id text primary key,
      name text not null,
      url text not null,
      kind text not null,
      adapter text not null,
      country text,
      tz text,
      lang text,
      actor text,
      poll_every_s int not null check (poll_every_s > 0),
      retention_days int not null check (retention_days >= 0),
      selectors jsonb,
      allow_private_address boolean not null,
      sample boolean not null default false,
      state text not null default 'new',
      state_reason text,
      etag text,
      last_modified text,
      http_status int,
      resolved_url text,
      consecutive_failures int not null default 0,
      watching_since timestamptz,
      last_poll_at timestamptz,
      last_fetch_ok_at timestamptz,
      last_new_content_at timestamptz,
      rhythm_s float8,
      listing_no bigint not null default 0,
      added_at timestamptz not null default now(),
      removed_at timestamptz
    )`.execute(db)
  // Serves addSource: the same address is one source, unless it was removed before.
  await sql`create unique index sources_url on pipeline.sources (url) where removed_at is null`.execute(db)
  await sql`
    create table pipeline.items (
      item_id text primary key,
      source_id text not null references pipeline.sources,
      entry_key text not null,
      url text,
      content_sha256 text not null,
      published_at timestamptz,
      published_raw text,
      first_seen_at timestamptz not null default now(),
      changed_at timestamptz not null default now(),
      listing_no bigint not null,
      vanished_at timestamptz,
      text_expires_at timestamptz not null,
      run_id text not null references pipeline.runs,
      unique (source_id, entry_key)
    )`.execute(db)
  // Serves saveItems: what the last listing of a source held.
  await sql`create index items_listing on pipeline.items (source_id, listing_no)`.execute(db)
  // Serves trace by address. A hash index takes addresses of any length.
  await sql`create index items_url on pipeline.items using hash (url)`.execute(db)
  // Serves withdrawRun.
  await sql`create index items_run on pipeline.items (run_id)`.execute(db)
  await sql`create table restricted.items (item_id text primary key references pipeline.items on delete cascade, entry jsonb not null)`.execute(db)
}

async function documents(db: Kysely<unknown>) {
  await sql`
    create table pipeline.documents (
      document_id text primary key,
      item_id text not null references pipeline.items,
      source_id text not null references pipeline.sources,
      parent_document_id text references pipeline.documents,
      slot text not null,
      kind text not null check (kind in ('article', 'post', 'embedded_post')),
      source_kind text not null,
      platform text,
      url text not null,
      canonical_url text,
      lang text not null,
      published_at timestamptz,
      published_raw text,
      fetched_at timestamptz not null default now(),
      content_sha256 text not null,
      text_sha256 text not null,
      title_sha256 text not null,
      version_no int not null,
      supersedes text references pipeline.documents,
      superseded_by text references pipeline.documents deferrable initially deferred,
      duplicate_of text references pipeline.documents check (duplicate_of <> document_id),
      duplicate_kind text,
      duplicate_jaccard float8,
      availability text not null default 'live',
      text_expires_at timestamptz not null,
      run_id text not null references pipeline.runs,
      unique (item_id, slot, version_no),
      check ((duplicate_of is null) = (duplicate_kind is null)),
      check ((parent_document_id is null) = (kind <> 'embedded_post'))
    )`.execute(db)
  // Serves saveDocument and withdrawDocument: an item has one newest version per slot, also when two workers save at once.
  await sql`create unique index documents_newest on pipeline.documents (item_id, slot) where superseded_by is null`.execute(db)
  // Serves findSimilar.
  await sql`create index documents_text on pipeline.documents (text_sha256)`.execute(db)
  await sql`create index documents_canonical on pipeline.documents using hash (canonical_url)`.execute(db)
  // Serve trace by address, the children of a document, the copies of a document, and withdrawRun.
  await sql`create index documents_url on pipeline.documents using hash (url)`.execute(db)
  await sql`create index documents_parent on pipeline.documents (parent_document_id) where parent_document_id is not null`.execute(db)
  await sql`create index documents_copies on pipeline.documents (duplicate_of) where duplicate_of is not null`.execute(db)
  await sql`create index documents_run on pipeline.documents (run_id)`.execute(db)
  await sql`
    create table restricted.document_texts (
      document_id text primary key references pipeline.documents on delete cascade,
      title text not null,
      text text not null,
      author text,
      embeds jsonb not null
    )`.execute(db)
  await sql`
    create table pipeline.signatures (
      document_id text primary key references pipeline.documents on delete cascade,
      text_sha256 text not null,
      minhash int8[] not null,
      bands text[] not null
    )`.execute(db)
  // Serves findSimilar: documents that share a band. No pending list: each look-up would have to read it.
  await sql`create index signatures_bands on pipeline.signatures using gin (bands) with (fastupdate = off)`.execute(db)
  // The planner takes each band for one that every 200th document has, and would read the whole table for a rare one.
  await sql`
    create function pipeline.documents_sharing(wanted text[]) returns setof text language sql stable rows 20 set enable_seqscan = off
    as $$ select document_id from pipeline.signatures where bands && wanted $$`.execute(db)
}

async function sourcesView(db: Kysely<unknown>) {
  // Serves analyst query 10 ("are we blind there?"). Silent: nothing new for a week and for four times the source's own rhythm.
  await sql`
    create view tipwire.sources as
    select source_id, name, kind, country, lang, state, state_reason, watching_since, last_fetch_ok_at, last_new_content_at,
      coalesce(now() - coalesce(last_new_content_at, watching_since) > greatest(interval '7 days', 4 * coalesce(rhythm_s, 0) * interval '1 second'), false) as silent
    from pipeline.sources where removed_at is null`.execute(db)
}
