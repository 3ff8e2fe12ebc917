import { sql } from 'kysely'
import type { Tx } from '../../database.ts'
import { storableJson } from '../storable.ts'

export type ReportSubject = 'event' | 'statistic'
export type ReportRow = { document_id: string; role: string; origin_id: string }
export type EvidenceInput = {
  claim_id: string
  claim_kind: string
  document_id: string
  field: string
  value_text: string
  agrees: boolean
  part: string
  char_start: number
  char_end: number
  quote: string
}
export type ReportChange = { subject: ReportSubject; subject_id: string; document_id: string; action: 'put' | 'remove' }

/** Makes the reports of some events or statistics what is given; returns what changed. */
export async function saveReports(
  tx: Tx,
  { subject, reports }: { subject: ReportSubject; reports: ReadonlyMap<string, readonly ReportRow[]> },
): Promise<ReportChange[]> {
  if (reports.size === 0) return []
  const id = sql.ref(`${subject}_id`)
  const subject_ids = [...reports.keys()]
  const rows = storableJson([...reports].flatMap(([subject_id, list]) => list.map((report) => ({ subject_id, ...report }))))
  const given = sql`jsonb_to_recordset(${rows}::jsonb) as g(subject_id text, document_id text, role text, origin_id text)`
  const removed = await sql<{ subject_id: string; document_id: string }>`
    delete from facts.reports r where r.${id} = any(${subject_ids}::text[])
      and not exists (select from ${given} where g.subject_id = r.${id} and g.document_id = r.document_id)
    returning r.${id} as subject_id, r.document_id`.execute(tx)
  const put = await sql<{ subject_id: string; document_id: string }>`
    insert into facts.reports as r (${id}, document_id, role, origin_id)
    select g.subject_id, g.document_id, g.role, g.origin_id from ${given}
    on conflict (${id}, document_id) where ${id} is not null do update set role = excluded.role, origin_id = excluded.origin_id
      where (r.role, r.origin_id) is distinct from (excluded.role, excluded.origin_id)
    returning r.${id} as subject_id, r.document_id`.execute(tx)
  return [
    ...removed.rows.map((row) => ({ ...row, subject, action: 'remove' as const })),
    ...put.rows.map((row) => ({ ...row, subject, action: 'put' as const })),
  ]
}

/** Makes the evidence of some events or statistics what is given. */
export async function saveEvidence(
  tx: Tx,
  { subject, evidence }: { subject: ReportSubject; evidence: ReadonlyMap<string, readonly EvidenceInput[]> },
): Promise<void> {
  if (evidence.size === 0) return
  const id = sql.ref(`${subject}_id`)
  await sql`delete from facts.evidence where ${id} = any(${[...evidence.keys()]}::text[])`.execute(tx)
  const rows = storableJson([...evidence].flatMap(([subject_id, list]) => list.map((one) => ({ ...one, subject_id }))))
  await sql`
    insert into facts.evidence (${id}, claim_id, claim_kind, document_id, field, value_text, agrees, part, char_start, char_end, quote)
    select e.subject_id, e.claim_id, e.claim_kind, e.document_id, e.field, e.value_text, e.agrees, e.part, e.char_start, e.char_end, e.quote
    from jsonb_to_recordset(${rows}::jsonb) as e(subject_id text, claim_id text, claim_kind text, document_id text, field text, value_text text,
      agrees boolean, part text, char_start int, char_end int, quote text)`.execute(tx)
}
