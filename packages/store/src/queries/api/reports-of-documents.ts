import { type SqlBool, sql } from 'kysely'
import type { ReportRow, ViewReader } from './views.ts'

/** The public name of a document. */
export function reportId(document_id: string): string {
  return document_id.replace(/^doc_/, 'rep_')
}

/** What these documents tell: one row per event or figure. */
export async function reportsOfDocuments(views: ViewReader, document_ids: readonly string[]): Promise<ReportRow[]> {
  const rows = await views
    .selectFrom('tipwire.reports')
    .selectAll()
    .where(sql<SqlBool>`report_id = any(${document_ids.map(reportId)})`)
    .orderBy('report_id')
    .execute()
  return rows as ReportRow[]
}
