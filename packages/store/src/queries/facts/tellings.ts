import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database.ts'
import { storableJson } from '../storable.ts'

/** A telling as it is kept: `telling` is resolution's own record, which the store does not look into. */
export type TellingRow<T> = { telling: T; active: boolean; cluster_id: string | null; event_ids: Record<string, string> }
export type MatchRow = { a: string; b: string; verdict: 'same' | 'maybe'; score: number; reasons: string[] }

/** All tellings of some documents, those taken back included. */
export function getTellings<T>(tx: Tx, { document_ids }: { document_ids: readonly string[] }): Promise<TellingRow<T>[]> {
  return select<T>(tx, sql`document_id = any(${document_ids}::text[])`)
}

/** Active tellings that share a blocking key, of other documents or not. */
export function findTellings<T>(tx: Tx, { keys }: { keys: readonly string[] }): Promise<TellingRow<T>[]> {
  return select<T>(tx, sql`active and telling_id in (select telling_id from facts.telling_keys where key = any(${keys}::text[]))`)
}

/** The connected component of some tellings over matches that say `same`: active tellings, and the matches among them. */
export async function loadComponent<T>(
  tx: Tx,
  { telling_ids }: { telling_ids: readonly string[] },
): Promise<{ tellings: TellingRow<T>[]; matches: MatchRow[] }> {
  if (telling_ids.length === 0) return { tellings: [], matches: [] }
  const ids = await reachedFrom(tx, telling_ids)
  const tellings = await select<T>(tx, sql`active and telling_id = any(${ids}::text[])`)
  const { rows } = await sql<MatchRow>`
    select m.a, m.b, m.verdict, m.score, m.reasons from unnest(${ids}::text[]) mine(id) join facts.matches m on m.a = mine.id where m.b = any(${ids}::text[])`.execute(
    tx,
  )
  return { tellings, matches: rows }
}

/** Ids first, rows after: the planner can't tell how far a recursion reaches, and would read whole tables. */
async function reachedFrom(tx: Tx, telling_ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ telling_id: string }>`
    with recursive reached(telling_id) as (
      select unnest(${telling_ids}::text[])
      union
      select next.telling_id from reached cross join lateral (
        select b from facts.matches where a = reached.telling_id and verdict = 'same'
        union all select a from facts.matches where b = reached.telling_id and verdict = 'same'
      ) next(telling_id)
    ) select telling_id from reached`.execute(tx)
  return rows.map((row) => row.telling_id)
}

async function select<T>(tx: Tx, where: RawBuilder<unknown>): Promise<TellingRow<T>[]> {
  const { rows } = await sql<TellingRow<T>>`select telling, active, cluster_id, event_ids from facts.tellings where ${where} order by telling_id`.execute(tx)
  return rows
}

export type ReplaceTellings = {
  /** Documents whose former tellings are taken back. */
  document_ids: readonly string[]
  tellings: readonly {
    telling_id: string
    document_id: string
    telling: unknown
    cluster_id: string | null
    event_ids: Readonly<Record<string, string>>
    keys: readonly string[]
  }[]
  run_id: string
}

/** Takes the tellings of some documents back, with their keys and matches, and stores the present ones. Taken back, a telling keeps its ids. */
export async function replaceTellings(tx: Tx, { document_ids, tellings, run_id }: ReplaceTellings): Promise<void> {
  await sql`update facts.tellings set active = false where document_id = any(${document_ids}::text[]) and active`.execute(tx)
  await sql`delete from facts.telling_keys where telling_id in (select telling_id from facts.tellings where document_id = any(${document_ids}::text[]))`.execute(
    tx,
  )
  for (const side of ['a', 'b']) {
    await sql`delete from facts.matches where ${sql.ref(side)} in (select telling_id from facts.tellings where document_id = any(${document_ids}::text[]))`.execute(
      tx,
    )
  }
  if (tellings.length === 0) return
  const rows = storableJson(tellings.map(({ keys: _, ...row }) => ({ ...row, run_id })))
  await sql`
    insert into facts.tellings (telling_id, document_id, telling, active, cluster_id, event_ids, run_id)
    select telling_id, document_id, telling, true, cluster_id, event_ids, run_id from jsonb_populate_recordset(null::facts.tellings, ${rows}::jsonb)
    on conflict (telling_id) do update set telling = excluded.telling, active = true, cluster_id = excluded.cluster_id, event_ids = excluded.event_ids, run_id = excluded.run_id`.execute(
    tx,
  )
  const keys = tellings.flatMap(({ telling_id, keys }) => keys.map((key) => ({ key, telling_id })))
  await sql`insert into facts.telling_keys (key, telling_id) select key, telling_id from jsonb_populate_recordset(null::facts.telling_keys, ${storableJson(keys)}::jsonb) on conflict do nothing`.execute(
    tx,
  )
}

/** Stores how tellings compare; only `same` and `maybe` are kept. */
export async function saveMatches(tx: Tx, matches: readonly MatchRow[]): Promise<void> {
  if (matches.length === 0) return
  await sql`
    insert into facts.matches (a, b, verdict, score, reasons)
    select a, b, verdict, score, reasons from jsonb_populate_recordset(null::facts.matches, ${JSON.stringify(matches)}::jsonb)
    on conflict (a, b) do update set verdict = excluded.verdict, score = excluded.score, reasons = excluded.reasons`.execute(tx)
}

/** Notes which incident (or event) and events tellings have become. */
export async function saveClusters(
  tx: Tx,
  clusters: readonly { telling_id: string; cluster_id: string; event_ids: Readonly<Record<string, string>> }[],
): Promise<void> {
  if (clusters.length === 0) return
  await sql`
    update facts.tellings t set cluster_id = c.cluster_id, event_ids = c.event_ids
    from jsonb_to_recordset(${JSON.stringify(clusters)}::jsonb) as c(telling_id text, cluster_id text, event_ids jsonb)
    where t.telling_id = c.telling_id and (t.cluster_id, t.event_ids) is distinct from (c.cluster_id, c.event_ids)`.execute(tx)
}

/** For each incident the other incidents that have a telling which may tell the same. */
export async function maybeSame(tx: Tx, { incident_ids }: { incident_ids: readonly string[] }): Promise<Map<string, string[]>> {
  if (incident_ids.length === 0) return new Map()
  // Laterals keep each step on its index, whatever the planner believes about the size of the tables.
  const { rows } = await sql<{ id: string; others: string[] }>`
    select mine.cluster_id as id, array_agg(distinct other.cluster_id order by other.cluster_id) as others
    from unnest(${incident_ids}::text[]) incident(id)
    cross join lateral (select telling_id, cluster_id from facts.tellings where active and cluster_id = incident.id offset 0) mine
    cross join lateral (
      select b from facts.matches where a = mine.telling_id union all select a from facts.matches where b = mine.telling_id offset 0
    ) pair(telling_id)
    cross join lateral (select cluster_id, active from facts.tellings where telling_id = pair.telling_id offset 0) other
    where other.active and other.cluster_id <> mine.cluster_id and other.cluster_id like 'inc\\_%'
    group by 1`.execute(tx)
  return new Map(rows.map(({ id, others }) => [id, others]))
}
