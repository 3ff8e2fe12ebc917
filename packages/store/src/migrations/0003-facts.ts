import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What documents say (readings, claims), how it was resolved (tellings, matches, figures), and what came of it (incidents, events, statistics, changes). */
export const facts: Migration = {
  async up(db: Kysely<unknown>) {
    await claims(db)
    await tellings(db)
    await objects(db)
    await reportsAndEvidence(db)
    await versions(db)
    await changes(db)
  },
}

async function claims(db: Kysely<unknown>) {
  // Serves getReading: the newest reading of a document. Quotes in it are redacted.
  await sql`
    create table facts.readings (
      document_id text not null,
      reader_version text not null,
      reading jsonb not null,
      run_id text not null,
      read_at timestamptz not null default now(),
      primary key (document_id, reader_version)
    )`.execute(db)
  // Serves tipwire.reports (the headline to show) and the origin of a report.
  await sql`create table facts.told_documents (document_id text primary key, headline text not null, agency text)`.execute(db)
  await sql`
    create table facts.decisions (
      decision_id text primary key,
      decided_by text not null,
      reason text not null,
      decision jsonb not null,
      at timestamptz not null default now()
    )`.execute(db)
  // One assertion of one document. It has words or a person's decision behind it; its kind says what it may feed.
  await sql`
    create table facts.claims (
      claim_id text primary key,
      document_id text not null,
      kind text not null check (kind in ('event', 'event_count', 'statistic')),
      value jsonb not null,
      spans jsonb not null,
      decision_id text references facts.decisions,
      active boolean not null default true,
      run_id text not null,
      unique (claim_id, kind),
      constraint claim_has_words_or_decision check (decision_id is not null or jsonb_array_length(spans) > 0)
    )`.execute(db)
  await sql`create index claims_document on facts.claims (document_id)`.execute(db)
}

async function tellings(db: Kysely<unknown>) {
  await sql`
    create table facts.tellings (
      telling_id text primary key,
      document_id text not null,
      telling jsonb not null,
      active boolean not null default true,
      cluster_id text,
      event_ids jsonb not null default '{}',
      run_id text not null
    )`.execute(db)
  // Serve the resolver: tellings of a document, members of a cluster.
  await sql`create index tellings_document on facts.tellings (document_id)`.execute(db)
  await sql`create index tellings_cluster on facts.tellings (cluster_id) where active`.execute(db)
  // Serves the look-up of candidates: active tellings that share a blocking key.
  await sql`create table facts.telling_keys (key text not null, telling_id text not null references facts.tellings on delete cascade, primary key (key, telling_id))`.execute(
    db,
  )
  await sql`create index telling_keys_telling on facts.telling_keys (telling_id)`.execute(db)
  await sql`
    create table facts.matches (
      a text not null references facts.tellings on delete cascade,
      b text not null references facts.tellings on delete cascade,
      verdict text not null check (verdict in ('same', 'maybe')),
      score float8 not null,
      reasons text[] not null,
      primary key (a, b),
      check (a < b)
    )`.execute(db)
  await sql`create index matches_b on facts.matches (b)`.execute(db)
  await sql`
    create table facts.figures (
      figure_id text primary key,
      document_id text not null,
      figure_key text not null,
      figure jsonb not null,
      active boolean not null default true,
      statistic_id text,
      run_id text not null
    )`.execute(db)
  await sql`create index figures_document on facts.figures (document_id)`.execute(db)
  await sql`create index figures_key on facts.figures (figure_key) where active`.execute(db)
}

const state = sql`state text not null default 'live' check (state in ('live', 'merged', 'withdrawn')), replaced_by text[] not null default '{}'`
const counters = sql`
  reports int not null, independent_sources int not null, first_reported_at timestamptz not null, changed_at timestamptz not null default now(), version int not null check (version > 0), run_id text not null`
const where = sql`country text, place text, place_precision text not null, lat float8, lon float8`

async function objects(db: Kysely<unknown>) {
  await sql`
    create table facts.incidents (
      incident_id text primary key, ${state},
      title text not null, lead_type text not null, timeline_date date not null, timeline_basis text not null, ${where},
      rescued int, arrested int, victims int, repatriated int, convicted int, dead int, numbers_disputed boolean not null,
      nationalities text[] not null, exploitation text[] not null, verification text not null, checked text not null,
      maybe_same_as text[] not null default '{}', follows text, case_facts jsonb not null, sort_key text not null, ${counters}
    )`.execute(db)
  // Serve the newest incidents, and incidents by country and time (analyst query 1).
  await sql`create index incidents_timeline on facts.incidents (timeline_date desc) where state = 'live'`.execute(db)
  await sql`create index incidents_country on facts.incidents (country, timeline_date) where state = 'live'`.execute(db)
  await sql`create index incidents_follows on facts.incidents (follows) where follows is not null`.execute(db)
  await sql`create table facts.case_keys (key text not null, incident_id text not null references facts.incidents on delete cascade, primary key (key, incident_id))`.execute(
    db,
  )
  await sql`create index case_keys_incident on facts.case_keys (incident_id)`.execute(db)
  await sql`
    create table facts.events (
      event_id text primary key, incident_id text references facts.incidents, ${state},
      type text not null, family text not null, status text not null, title text not null,
      occurred_from date, occurred_to date, announced_on date, timeline_date date not null, timeline_basis text not null, ${where}, to_country text,
      measure text, people_low int, people_high int, people_text text, by_nationality jsonb not null, other_numbers jsonb not null,
      nationalities text[] not null, exploitation text[] not null, bodies jsonb not null, verification text not null, checked text not null, ${counters},
      check (occurred_from <= occurred_to), check ((occurred_from is null) = (occurred_to is null)),
      constraint incident_happened check (incident_id is null or status = 'happened')
    )`.execute(db)
  await sql`create index events_incident on facts.events (incident_id)`.execute(db)
  await sql`create index events_timeline on facts.events (timeline_date desc) where state = 'live'`.execute(db)
  await sql`
    create table facts.statistics (
      statistic_id text primary key, series_id text, ${state},
      measure text not null, kind text not null, basis text not null, value_low bigint, value_high bigint, value_text text not null,
      country text, nationalities text[] not null, said_by text, cited_work text, from_date date, to_date date, date_basis text not null, series_break text, checked text not null, ${counters}
    )`.execute(db)
  // Serves series breaks and charts of one series (analyst query 3).
  await sql`create index statistics_series on facts.statistics (series_id, to_date)`.execute(db)
}

async function reportsAndEvidence(db: Kysely<unknown>) {
  await sql`
    create table facts.reports (
      document_id text not null,
      event_id text references facts.events on delete cascade,
      statistic_id text references facts.statistics on delete cascade,
      role text not null,
      origin_id text not null,
      check (num_nonnulls(event_id, statistic_id) = 1)
    )`.execute(db)
  await sql`create unique index reports_event on facts.reports (event_id, document_id) where event_id is not null`.execute(db)
  await sql`create unique index reports_statistic on facts.reports (statistic_id, document_id) where statistic_id is not null`.execute(db)
  await sql`create index reports_document on facts.reports (document_id)`.execute(db)
  // A statistic can't feed an event: the kind of the claim is part of its key, and each side takes its own kinds only.
  await sql`
    create table facts.evidence (
      event_id text references facts.events on delete cascade,
      statistic_id text references facts.statistics on delete cascade,
      claim_id text not null,
      claim_kind text not null,
      document_id text not null,
      field text not null,
      value_text text not null,
      agrees boolean not null,
      part text not null,
      char_start int check (char_start >= 0),
      char_end int,
      quote text check (char_length(quote) <= 300),
      foreign key (claim_id, claim_kind) references facts.claims (claim_id, kind),
      check (num_nonnulls(event_id, statistic_id) = 1),
      check (char_end >= char_start),
      constraint words_or_decision check (part = 'decision' or (char_start is not null and quote is not null)),
      constraint statistic_feeds_no_event check (case when event_id is not null then claim_kind in ('event', 'event_count') else claim_kind = 'statistic' end)
    )`.execute(db)
  await sql`create index evidence_event on facts.evidence (event_id) where event_id is not null`.execute(db)
  await sql`create index evidence_statistic on facts.evidence (statistic_id) where statistic_id is not null`.execute(db)
  await sql`create index evidence_claim on facts.evidence (claim_id)`.execute(db)
}

async function versions(db: Kysely<unknown>) {
  await sql`
    create function facts.refuse_change() returns trigger language plpgsql
    as $$ begin raise exception 'rows of %.% are never changed', tg_table_schema, tg_table_name using errcode = 'restrict_violation'; end $$`.execute(db)
  for (const object of ['incident', 'event', 'statistic']) {
    const table = sql.table(`facts.${object}_versions`)
    await sql`
      create table ${table} (
        ${sql.ref(`${object}_id`)} text not null references ${sql.table(`facts.${object}s`)},
        version int not null,
        cause text not null,
        diff jsonb not null,
        row jsonb,
        commit_id bigint not null,
        run_id text not null,
        at timestamptz not null default now(),
        primary key (${sql.ref(`${object}_id`)}, version)
      )`.execute(db)
    await sql`create trigger append_only before update or delete on ${table} for each row execute function facts.refuse_change()`.execute(db)
  }
}

async function changes(db: Kysely<unknown>) {
  await sql`create sequence facts.commits`.execute(db)
  await sql`
    create table facts.changes (
      change_id bigint generated always as identity primary key,
      cursor bigint unique,
      commit_id bigint not null,
      at timestamptz not null default now(),
      object text not null check (object in ('incident', 'event', 'statistic', 'report')),
      id text not null,
      action text not null check (action in ('put', 'remove')),
      reason text not null,
      replaced_by text[] not null default '{}',
      version int,
      title text,
      diff jsonb,
      row jsonb,
      run_id text not null,
      constraint row_unless_removed check ((action = 'put') = (row is not null))
    )`.execute(db)
  // Serves assignCursors: what has no position yet.
  await sql`create index changes_waiting on facts.changes (commit_id, change_id) where cursor is null`.execute(db)
  // Serves the history of one object and tipwire.events_as_of.
  await sql`create index changes_object on facts.changes (object, id, change_id)`.execute(db)
  // Serves the corrections log (analyst query 7).
  await sql`create index changes_at on facts.changes (at)`.execute(db)
  await sql`
    create function facts.only_give_cursor() returns trigger language plpgsql
    as $$ begin
      if tg_op = 'UPDATE' and old.cursor is null and to_jsonb(new) - 'cursor' = to_jsonb(old) - 'cursor' then return new; end if;
      raise exception 'changes are never changed' using errcode = 'restrict_violation';
    end $$`.execute(db)
  await sql`create trigger append_only before update or delete on facts.changes for each row execute function facts.only_give_cursor()`.execute(db)
  await sql`create table facts.last_cursor (only_row boolean primary key default true check (only_row), cursor bigint not null)`.execute(db)
  await sql`insert into facts.last_cursor (cursor) values (0)`.execute(db)
}
