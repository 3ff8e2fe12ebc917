import type { ChangeReason } from '@tipwire/domain'
import { sql } from 'kysely'
import type { Tx } from '../../database.ts'
import { storableJson } from '../storable.ts'

export type FactObject = 'incident' | 'event' | 'statistic'

/** The columns of a row as the view has them, and those kept beside it. Lists and records as they are. */
export type Columns = Readonly<Record<string, unknown>>
export type Diff = Record<string, [unknown, unknown]>
export type StoredObject = { id: string; state: 'live' | 'merged' | 'withdrawn'; row: Columns & { version: number } }

/** What one transaction writes under: the cause, the commit and the run. */
export type WriteUnder = Readonly<{ reason: ChangeReason; commit_id: number; run_id: string }>

/** Columns that change without a new version: they count reports, or are no facts. */
const uncounted = new Set(['reports', 'independent_sources', 'first_reported_at', 'case_facts', 'sort_key', 'maybe_same_as'])
/** Columns that are filled in after a row is first written. */
const defaults: Readonly<Record<FactObject, Columns>> = { incident: { maybe_same_as: [], follows: null }, event: {}, statistic: { series_break: null } }
/** Kept beside the row; the view does not show them. */
const hidden = new Set(['case_facts', 'sort_key'])

/** Rows as they are stored, whatever their state. */
export async function getObjects(tx: Tx, { object, ids }: { object: FactObject; ids: readonly string[] }): Promise<StoredObject[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<StoredObject>`
    select ${sql.ref(`${object}_id`)} as id, state, to_jsonb(o) as row from ${tableOf(object)} o where ${sql.ref(`${object}_id`)} = any(${ids}::text[])`.execute(
    tx,
  )
  return rows
}

export type SavedObject = { id: string; version: number; diff: Diff; isNewVersion: boolean }

/**
 * Stores rows: a new version where a fact changed, the same version where only counters did, nothing where nothing did. A row that was merged or
 * withdrawn lives again. Returns the rows that changed. `columns` may be a part of the columns of a row that exists.
 */
export async function saveObjects(
  tx: Tx,
  { object, rows, under }: { object: FactObject; rows: readonly { id: string; columns: Columns }[]; under: WriteUnder },
): Promise<SavedObject[]> {
  const stored = new Map((await getObjects(tx, { object, ids: rows.map(({ id }) => id) })).map((one) => [one.id, one]))
  const changed = rows.flatMap(({ id, columns }) => changeOf(stored.get(id), id, { ...(stored.has(id) ? {} : defaults[object]), ...columns }))
  await upsert(tx, { object, rows: changed, run_id: under.run_id })
  await saveVersions(tx, { object, versions: changed.filter(({ isNewVersion }) => isNewVersion), under })
  return changed.map(({ id, version, diff, isNewVersion }) => ({ id, version, diff: visible(diff), isNewVersion }))
}

type Change = SavedObject & { columns: Columns }

function changeOf(stored: StoredObject | undefined, id: string, columns: Columns): Change[] {
  const diff = diffOf(stored?.state === 'live' ? stored.row : {}, columns)
  const names = Object.keys(diff)
  if (stored !== undefined && stored.state === 'live' && names.length === 0) return []
  const isNewVersion = stored === undefined || stored.state !== 'live' || names.some((name) => !uncounted.has(name))
  const version = (stored?.row.version ?? 0) + (isNewVersion ? 1 : 0)
  return [{ id, version, diff, isNewVersion, columns: { ...stored?.row, ...columns, version } }]
}

function diffOf(before: Columns, after: Columns): Diff {
  const changed = Object.keys(after).filter((name) => comparable(before[name]) !== comparable(after[name]))
  return Object.fromEntries(changed.map((name) => [name, [before[name] ?? null, after[name] ?? null]]))
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

/** One text for equal values: keys sorted, instants in one zone. */
function comparable(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) => {
    if (typeof part === 'string' && INSTANT.test(part)) return new Date(part).toISOString()
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

function visible(diff: Diff): Diff {
  return Object.fromEntries(Object.entries(diff).filter(([name]) => !hidden.has(name)))
}

function tableOf(object: FactObject) {
  return sql.table(`facts.${object}s`)
}

async function upsert(tx: Tx, { object, rows, run_id }: { object: FactObject; rows: readonly Change[]; run_id: string }): Promise<void> {
  if (rows.length === 0) return
  const id = `${object}_id`
  const names = [...new Set([id, ...rows.flatMap(({ columns }) => Object.keys(columns)), 'run_id', 'state', 'replaced_by'])].filter(
    (name) => name !== 'changed_at',
  )
  const records = rows.map((row) => ({ ...row.columns, [id]: row.id, run_id, state: 'live', replaced_by: [] }))
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const updates = sql.join(names.filter((name) => name !== id).map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))
  await sql`
    insert into ${tableOf(object)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${tableOf(object)}, ${storableJson(records)}::jsonb)
    on conflict (${sql.ref(id)}) do update set ${updates}, changed_at = now()`.execute(tx)
}

async function saveVersions(
  tx: Tx,
  { object, versions, under }: { object: FactObject; versions: readonly Omit<Change, 'columns'>[]; under: WriteUnder },
): Promise<void> {
  if (versions.length === 0) return
  const id = sql.ref(`${object}_id`)
  const rows = storableJson(versions.map(({ id, version, diff }) => ({ id, version, diff: visible(diff) })))
  await sql`
    insert into ${sql.table(`facts.${object}_versions`)} (${id}, version, cause, diff, row, commit_id, run_id)
    select v.id, v.version, ${under.reason}, v.diff, to_jsonb(o), ${under.commit_id}, ${under.run_id}
    from jsonb_to_recordset(${rows}::jsonb) as v(id text, version int, diff jsonb)
    left join ${sql.table(`tipwire.${object}s`)} o on o.${id} = v.id`.execute(tx)
}

/** Ends rows that no document tells any more: merged into others, or withdrawn. Returns those that were live. */
export async function endObjects(
  tx: Tx,
  { object, ends, under }: { object: FactObject; ends: readonly { id: string; replaced_by: readonly string[] }[]; under: WriteUnder },
): Promise<SavedObject[]> {
  if (ends.length === 0) return []
  const id = sql.ref(`${object}_id`)
  const { rows } = await sql<{ id: string; version: number; replaced_by: string[] }>`
    update ${tableOf(object)} o set state = case when e.replaced_by = '{}' then 'withdrawn' else 'merged' end, replaced_by = e.replaced_by,
      version = o.version + 1, changed_at = now(), run_id = ${under.run_id}
    from jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) as e(id text, replaced_by text[])
    where o.${id} = e.id and o.state = 'live'
    returning o.${id} as id, o.version, o.replaced_by`.execute(tx)
  const ended = rows.map((row) => ({ id: row.id, version: row.version, diff: {}, isNewVersion: true }))
  await saveVersions(tx, { object, versions: ended, under })
  return ended
}
