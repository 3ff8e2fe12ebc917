import type { Client } from 'pg'
import { withAdmin } from '../database/admin.ts'
import type { GeneratedDocument } from '../generator/generate-documents.ts'

/** What became of every document that was put in. `lost`, `duplicated` and `dead` name the inputs; all three are empty when all is well. */
export type Accounts = Readonly<{
  inputs: number
  /** Inputs that ended: read and published, or skipped for a known reason, or in quarantine. */
  settled: number
  /** Inputs with neither a result nor a row in quarantine. Before the pipeline has drained these are the ones under way. */
  lost: readonly string[]
  /** Inputs with two documents, and documents that tell one event twice. */
  duplicated: readonly string[]
  /** Inputs in quarantine although nothing is wrong with them. */
  dead: readonly string[]
}>

type Fate = { key: string; documents: number; settled: boolean; dead: boolean }

/** Compares what was put in with the ledger, the documents and the events of a database. */
export async function settleAccounts(connectionString: string, inputs: readonly GeneratedDocument[]): Promise<Accounts> {
  const [fates, twice] = await withAdmin(connectionString, async (client) => [await fatesOf(client), await toldTwice(client)] as const)
  const byKey = new Map(fates.map((fate) => [fate.key, fate]))
  const keys = inputs.map(({ document }) => new URL(document.url).pathname)
  const of = (wanted: (fate: Fate) => boolean) => keys.filter((key) => wanted(byKey.get(key) ?? { key, documents: 0, settled: false, dead: false }))
  return {
    inputs: keys.length,
    settled: of((fate) => fate.settled || fate.dead).length,
    lost: of((fate) => !fate.settled && !fate.dead),
    duplicated: [...of((fate) => fate.documents > 1), ...twice],
    dead: of((fate) => fate.dead),
  }
}

/** The incidents of a database without ids, times and version numbers, sorted: two databases that say the same are equal. */
export async function statedIncidents(connectionString: string): Promise<string[]> {
  const rows = await withAdmin(connectionString, async (client) => (await client.query(stated)).rows)
  return rows.map((row: object) => JSON.stringify(row)).sort()
}

async function fatesOf(client: Client): Promise<Fate[]> {
  const { rows } = await client.query(`
    select regexp_replace(i.url, '^https?://[^/]+', '') as key, count(distinct d.document_id)::int as documents,
      coalesce(bool_or(w.state = 'skipped' or (w.stage = 'publish' and w.state = 'done')), false) as settled,
      coalesce(bool_or(w.state = 'quarantined'), false) as dead
    from pipeline.items i
    left join pipeline.documents d on d.item_id = i.item_id and d.superseded_by is null and d.parent_document_id is null
    left join pipeline.work w on (w.stage = 'fetch' and w.id = i.item_id) or w.id = d.document_id
    group by i.url`)
  return rows
}

/** Documents that are reports of two live events of one type, status, measure and count: one telling that was stored twice. */
async function toldTwice(client: Client): Promise<string[]> {
  const { rows } = await client.query(`
    select r.report_id || ' ' || e.type as told from tipwire.reports r join tipwire.events e using (event_id)
    group by r.report_id, e.type, e.status, e.measure, e.people_low having count(*) > 1`)
  return rows.map((row: { told: string }) => row.told)
}

const stated = `
  select i.title, i.lead_type, i.timeline_date, i.country, i.place, i.rescued, i.arrested, i.victims, i.repatriated, i.convicted, i.dead,
    i.nationalities, i.reports, i.independent_sources, i.verification,
    array(select distinct regexp_replace(r.url, '^https?://[^/]+', '') from tipwire.reports r join tipwire.events e using (event_id)
      where e.incident_id = i.incident_id order by 1) as told_by
  from tipwire.incidents i`
