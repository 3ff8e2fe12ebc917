import { caseKeys, type ResolvedCluster, type Telling } from '@tipwire/resolution'
import {
  type Columns,
  endObjects,
  type FactObject,
  getObjects,
  maybeSame,
  recordPuts,
  recordRemoves,
  recordReports,
  type SavedObject,
  saveCaseKeys,
  saveEvidence,
  saveObjects,
  saveReports,
  type TellingRow,
  type Tx,
  type WriteUnder,
} from '@tipwire/store'
import { linkCases } from './link-cases.ts'

type WriteClusters = {
  /** All clusters of the components: where former members are now. */
  clusters: readonly ResolvedCluster[]
  /** Those of them that may have changed. */
  touched: readonly ResolvedCluster[]
  former: readonly TellingRow<Telling>[]
  under: WriteUnder
}

/** Stores settled clusters: rows, reports, evidence and links; ends what nobody tells any more; records each change with the row as the view shows it. */
export async function writeClusters(tx: Tx, { clusters, touched, former, under }: WriteClusters): Promise<void> {
  const incidents = touched.flatMap(incidentRow)
  const events = touched.flatMap(eventRows)
  const ends = endsOf({ clusters, former })
  const savedIncidents = await saveObjects(tx, { object: 'incident', rows: incidents, under })
  const savedEvents = await saveObjects(tx, { object: 'event', rows: events, under })
  const reports = await writeWords(tx, { clusters: touched, ended: [...ends.event.keys()] })
  await saveCaseKeys(
    tx,
    new Map(touched.flatMap(({ cluster_id, settled }) => (settled.incident === null ? [] : [[cluster_id, caseKeys(settled.incident.case_facts)] as const]))),
  )
  const endedEvents = await endObjects(tx, { object: 'event', ends: asEnds(ends.event), under })
  const endedIncidents = await endObjects(tx, { object: 'incident', ends: asEnds(ends.incident), under })
  await saveCaseKeys(tx, new Map([...ends.incident.keys()].map((id) => [id, []])))
  const ids = [...incidents.map(({ id }) => id), ...ends.incident.keys()]
  const linked = [...(await linkDoubtful(tx, { ids, under })), ...(await linkCases(tx, { ids, ended: [...ends.incident.keys()], under }))]
  await recordRemoves(tx, { object: 'incident', ended: endedIncidents, replaced_by: ends.incident, under })
  await recordRemoves(tx, { object: 'event', ended: endedEvents, replaced_by: ends.event, under })
  await recordPuts(tx, { object: 'incident', saved: merged([...savedIncidents, ...linked]), under })
  await recordPuts(tx, { object: 'event', saved: savedEvents, under })
  await recordReports(tx, { changes: reports, under })
}

function incidentRow({ cluster_id, members, settled: { incident } }: ResolvedCluster): { id: string; columns: Columns }[] {
  if (incident === null) return []
  const { columns, reports, independent_sources, first_reported_at, case_facts } = incident
  const counters = { reports: reports.length, independent_sources, first_reported_at: first_reported_at ?? new Date().toISOString() }
  return [{ id: cluster_id, columns: { ...columns, ...counters, case_facts, sort_key: members[0]?.sort_key ?? '' } }]
}

function eventRows({ cluster_id, settled: { incident, events }, event_ids }: ResolvedCluster): { id: string; columns: Columns }[] {
  return events.map(({ columns, reports, independent_sources, first_reported_at }, index) => ({
    id: event_ids[index] as string,
    columns: {
      ...columns,
      incident_id: incident === null ? null : cluster_id,
      reports: reports.length,
      independent_sources,
      first_reported_at: first_reported_at ?? new Date().toISOString(),
    },
  }))
}

async function writeWords(tx: Tx, { clusters, ended }: { clusters: readonly ResolvedCluster[]; ended: readonly string[] }) {
  const facts = clusters.flatMap(({ settled, event_ids }) => settled.events.map((event, index) => [event_ids[index] as string, event] as const))
  const none = ended.map((id) => [id, []] as const)
  await saveEvidence(tx, { subject: 'event', evidence: new Map([...none, ...facts.map(([id, { evidence }]) => [id, evidence] as const)]) })
  return saveReports(tx, { subject: 'event', reports: new Map([...none, ...facts.map(([id, { reports }]) => [id, reports] as const)]) })
}

type Ends = Record<Exclude<FactObject, 'statistic'>, Map<string, string[]>>

/** Ids that tellings had and no cluster has any more, each with the ids that those tellings have now. */
function endsOf({ clusters, former }: Pick<WriteClusters, 'clusters' | 'former'>): Ends {
  const now = new Map(clusters.flatMap((cluster) => cluster.members.map(({ telling_id }) => [telling_id, cluster] as const)))
  const living = new Set(clusters.flatMap(({ cluster_id, event_ids }) => [cluster_id, ...event_ids]))
  const ends: Ends = { incident: new Map(), event: new Map() }
  for (const { telling, cluster_id, event_ids } of former) {
    const cluster = now.get(telling.telling_id)
    if (cluster_id?.startsWith('inc_') && !living.has(cluster_id)) note(ends.incident, cluster_id, cluster?.settled.incident ? cluster.cluster_id : undefined)
    for (const [type, id] of Object.entries(event_ids)) {
      if (!living.has(id)) note(ends.event, id, cluster?.event_ids[cluster.settled.events.findIndex(({ columns }) => columns.type === type)])
    }
  }
  return ends
}

function note(ends: Map<string, string[]>, id: string, successor: string | undefined): void {
  const known = ends.get(id) ?? []
  ends.set(id, successor === undefined || known.includes(successor) ? known : [...known, successor].sort())
}

function asEnds(ends: ReadonlyMap<string, string[]>): { id: string; replaced_by: string[] }[] {
  return [...ends].map(([id, replaced_by]) => ({ id, replaced_by }))
}

/** Keeps `maybe_same_as` true on both sides: of the incidents written, and of those that they were or are in doubt with. */
async function linkDoubtful(tx: Tx, { ids, under }: { ids: readonly string[]; under: WriteUnder }): Promise<SavedObject[]> {
  const stored = await getObjects(tx, { object: 'incident', ids })
  const doubts = await maybeSame(tx, { incident_ids: ids })
  const others = [...stored.flatMap(({ row }) => (row['maybe_same_as'] as string[] | undefined) ?? []), ...[...doubts.values()].flat()]
  const all = [...new Set([...ids, ...others])]
  const live = (await getObjects(tx, { object: 'incident', ids: all })).filter(({ state }) => state === 'live')
  const now = await maybeSame(tx, { incident_ids: live.map(({ id }) => id) })
  return saveObjects(tx, { object: 'incident', rows: live.map(({ id }) => ({ id, columns: { maybe_same_as: now.get(id) ?? [] } })), under })
}

/** One change for each row: the differences of its steps together. */
function merged(saved: readonly SavedObject[]): SavedObject[] {
  const byId = Map.groupBy(saved, ({ id }) => id)
  return [...byId].map(([id, steps]) => ({
    id,
    version: Math.max(...steps.map(({ version }) => version)),
    diff: Object.assign({}, ...steps.map(({ diff }) => diff)),
    isNewVersion: steps.some(({ isNewVersion }) => isNewVersion),
  }))
}
