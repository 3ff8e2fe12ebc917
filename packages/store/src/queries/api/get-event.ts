import { listChanges } from './list-changes.ts'
import type { ChangeRow, EventRow, EvidenceRow, ReportRow, ViewReader } from './views.ts'

/** One version of an event as the feed tells it: when it came, why, and what it changed. */
export type EventVersion = Readonly<Pick<ChangeRow, 'version' | 'at' | 'reason' | 'diff' | 'title' | 'cursor'>>

export type EventDetail = Readonly<{ event: EventRow; versions: EventVersion[]; reports: ReportRow[]; evidence: EvidenceRow[] }>

const MOST_VERSIONS = 500

/** An event with all that stands behind it; null when no live event has this id. */
export async function getEvent(views: ViewReader, event_id: string): Promise<EventDetail | null> {
  const event = await views.selectFrom('tipwire.events').selectAll().where('event_id', '=', event_id).executeTakeFirst()
  if (!event) return null
  const changes = await listChanges(views, { after: 0, limit: MOST_VERSIONS, filter: { object: 'event', id: event_id } })
  const reports = await views.selectFrom('tipwire.reports').selectAll().where('event_id', '=', event_id).orderBy('published_at').orderBy('report_id').execute()
  const evidence = await views
    .selectFrom('tipwire.evidence')
    .selectAll()
    .where('event_id', '=', event_id)
    .orderBy('field')
    .orderBy('report_id')
    .orderBy('char_start')
    .execute()
  return { event: event as EventRow, versions: changes.map(toVersion), reports: reports as ReportRow[], evidence: evidence as EvidenceRow[] }
}

function toVersion({ version, at, reason, diff, title, cursor }: ChangeRow): EventVersion {
  return { version, at, reason, diff, title, cursor }
}
