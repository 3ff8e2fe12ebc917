import { sql } from 'kysely'
import type { Tx } from '../../database.ts'
import { storableJson } from '../storable.ts'
import type { FactObject, SavedObject, WriteUnder } from './objects.ts'
import type { ReportChange } from './reports.ts'

/** Writes a `put` for each row, as the view shows it now. */
export async function recordPuts(tx: Tx, { object, saved, under }: { object: FactObject; saved: readonly SavedObject[]; under: WriteUnder }): Promise<void> {
  if (saved.length === 0) return
  const id = sql.ref(`${object}_id`)
  const title = object === 'statistic' ? sql`null` : sql`v.title`
  await sql`
    insert into facts.changes (commit_id, object, id, action, reason, version, title, diff, row, run_id)
    select ${under.commit_id}, ${object}, s.id, 'put', ${under.reason}, s.version, ${title}, s.diff, to_jsonb(v), ${under.run_id}
    from jsonb_to_recordset(${rowsOf(saved)}::jsonb) as s(id text, version int, diff jsonb)
    join ${sql.table(`tipwire.${object}s`)} v on v.${id} = s.id order by s.id`.execute(tx)
}

/** Writes a `remove` for each row, with where to go instead. */
export async function recordRemoves(
  tx: Tx,
  {
    object,
    ended,
    replaced_by,
    under,
  }: { object: FactObject; ended: readonly SavedObject[]; replaced_by: ReadonlyMap<string, readonly string[]>; under: WriteUnder },
): Promise<void> {
  if (ended.length === 0) return
  const rows = ended.map(({ id, version }) => ({ id, version, replaced_by: replaced_by.get(id) ?? [] }))
  const title = object === 'statistic' ? sql`null::text` : sql`(select title from ${sql.table(`facts.${object}s`)} where ${sql.ref(`${object}_id`)} = s.id)`
  await sql`
    insert into facts.changes (commit_id, object, id, action, reason, replaced_by, version, title, run_id)
    select ${under.commit_id}, ${object}, s.id, 'remove', case when s.replaced_by = '{}' then ${under.reason} else 'merge' end, s.replaced_by, s.version, ${title}, ${under.run_id}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(id text, version int, replaced_by text[]) order by s.id`.execute(tx)
}

function rowsOf(saved: readonly SavedObject[]): string {
  return storableJson(saved.map(({ id, version, diff }) => ({ id, version, diff })))
}

/** Writes the changes of reports. `diff` names the event or statistic that a report is put to or taken from. */
export async function recordReports(tx: Tx, { changes, under }: { changes: readonly ReportChange[]; under: WriteUnder }): Promise<void> {
  if (changes.length === 0) return
  await sql`
    insert into facts.changes (commit_id, object, id, action, reason, diff, row, run_id)
    select ${under.commit_id}, 'report', facts.report_id(c.document_id), c.action, ${under.reason},
      jsonb_build_object(c.subject || '_id', case c.action when 'put' then jsonb_build_array(null, c.subject_id) else jsonb_build_array(c.subject_id, null) end),
      case c.action when 'put' then to_jsonb(v) end, ${under.run_id}
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c(subject text, subject_id text, document_id text, action text)
    left join lateral (
      select r.* from tipwire.reports r where c.subject = 'event' and r.event_id = c.subject_id and r.report_id = facts.report_id(c.document_id)
      union all
      select r.* from tipwire.reports r where c.subject = 'statistic' and r.statistic_id = c.subject_id and r.report_id = facts.report_id(c.document_id)
    ) v on c.action = 'put'
    where c.action = 'remove' or v.report_id is not null
    order by c.document_id, c.subject_id`.execute(tx)
}
