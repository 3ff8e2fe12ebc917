import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Indexes for those who read: the API's lists and details, and the command line. */
export const readingIndexes: Migration = {
  async up(db: Kysely<unknown>) {
    // Serves what else the reports of an incident tell, and the events of a document: tipwire.reports by report_id.
    await sql`create index reports_report_id on facts.reports (facts.report_id(document_id))`.execute(db)
    // Serve the lists, newest first, from one page to the next.
    await sql`create index incidents_newest on facts.incidents (timeline_date desc, incident_id desc) where state = 'live'`.execute(db)
    await sql`create index events_newest on facts.events (timeline_date desc, event_id desc) where state = 'live'`.execute(db)
    await sql`create index statistics_newest on facts.statistics (first_reported_at desc, statistic_id desc) where state = 'live'`.execute(db)
    // The two before served the same without the id.
    await sql`drop index facts.incidents_timeline`.execute(db)
    await sql`drop index facts.events_timeline`.execute(db)
  },
}
