import { sql } from 'kysely'
import type { Tx } from '../../database.ts'
import { storableJson } from '../storable.ts'

/** A live incident with what ties it into a case; `facts` is resolution's own record. */
export type CaseRow<T> = { id: string; sort_key: string; facts: T; follows: string | null }

/** Makes the case keys of some incidents what is given. */
export async function saveCaseKeys(tx: Tx, keys: ReadonlyMap<string, readonly string[]>): Promise<void> {
  if (keys.size === 0) return
  await sql`delete from facts.case_keys where incident_id = any(${[...keys.keys()]}::text[])`.execute(tx)
  const rows = storableJson([...keys].flatMap(([incident_id, list]) => list.map((key) => ({ key, incident_id }))))
  await sql`insert into facts.case_keys (key, incident_id) select key, incident_id from jsonb_populate_recordset(null::facts.case_keys, ${rows}::jsonb) on conflict do nothing`.execute(
    tx,
  )
}

/** Live incidents that share a case key with one of the given ones, those included, and those that follow one of `followers_of`. */
export async function findCases<T>(
  tx: Tx,
  { incident_ids, followers_of = [] }: { incident_ids: readonly string[]; followers_of?: readonly string[] },
): Promise<CaseRow<T>[]> {
  const ids = [...(await sharingAKey(tx, incident_ids)), ...(await followersOf(tx, followers_of))]
  const { rows } = await sql<CaseRow<T>>`
    select incident_id as id, sort_key, case_facts as facts, follows from facts.incidents
    where state = 'live' and incident_id = any(${ids}::text[]) order by incident_id`.execute(tx)
  return rows
}

/** Laterals keep each step on its index, whatever the planner believes about the size of the tables. */
async function sharingAKey(tx: Tx, incident_ids: readonly string[]): Promise<string[]> {
  if (incident_ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    with keys as (
      select distinct mine.key from unnest(${incident_ids}::text[]) incident(id)
      cross join lateral (select key from facts.case_keys where incident_id = incident.id offset 0) mine
    )
    select distinct other.incident_id as id from keys cross join lateral (select incident_id from facts.case_keys where key = keys.key offset 0) other`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

async function followersOf(tx: Tx, incident_ids: readonly string[]): Promise<string[]> {
  if (incident_ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`select incident_id as id from facts.incidents where follows = any(${incident_ids}::text[])`.execute(tx)
  return rows.map((row) => row.id)
}
