import { newId } from '@tipwire/domain'
import { blockingKeys, inherit, type Match, matchOf, type ResolvedCluster, resolveTellings, type StoredTelling, type Telling } from '@tipwire/resolution'
import {
  findTellings,
  getObjects,
  getTellings,
  loadComponent,
  type MatchRow,
  replaceTellings,
  saveClusters,
  saveMatches,
  type TellingRow,
  type Tx,
  type WriteUnder,
} from '@tipwire/store'
import { writeClusters } from './write-clusters.ts'

export type ResolveIncidents = { document_ids: readonly string[]; tellings: readonly Telling[]; under: WriteUnder }

/** Puts a document's tellings in the place of its former ones, and settles every cluster that either touches. */
export async function resolveIncidents(tx: Tx, { document_ids, tellings, under }: ResolveIncidents): Promise<void> {
  const former = await getTellings<Telling>(tx, { document_ids })
  if (former.length === 0 && tellings.length === 0) return
  const left = await loadComponent<Telling>(tx, { telling_ids: former.filter(({ active }) => active).map(({ telling }) => telling.telling_id) })
  const heirs = inherit(tellings, await withoutTakenIds(tx, former))
  await replaceTellings(tx, { document_ids, tellings: heirs.map(asRow), run_id: under.run_id })
  await saveMatches(tx, await newMatches(tx, tellings))
  const gone = new Set(former.map(({ telling }) => telling.telling_id))
  const neighbours = left.tellings.map(({ telling }) => telling.telling_id).filter((id) => !gone.has(id))
  const component = await loadComponent<Telling>(tx, { telling_ids: [...neighbours, ...tellings.map(({ telling_id }) => telling_id)] })
  const clusters = resolveTellings(component.tellings, component.matches.map(asMatch), { incident: () => newId('inc'), event: () => newId('evt') })
  await saveClusters(tx, clusters.flatMap(clusterRows))
  const touched = touchedClusters(clusters, {
    present: new Set(tellings.map(({ telling_id }) => telling_id)),
    before: [...left.tellings, ...component.tellings],
  })
  await writeClusters(tx, { clusters, touched, former: [...former.filter(({ active }) => active), ...component.tellings, ...left.tellings], under })
}

/** A telling that was taken back before has no claim on ids that others bear now. */
async function withoutTakenIds(tx: Tx, former: readonly TellingRow<Telling>[]): Promise<TellingRow<Telling>[]> {
  const idle = former.filter(({ active }) => !active)
  const taken = new Set<string>()
  for (const object of ['incident', 'event'] as const) {
    const ids = idle.flatMap(({ cluster_id, event_ids }) => (object === 'event' ? Object.values(event_ids) : cluster_id === null ? [] : [cluster_id]))
    for (const { id, state } of await getObjects(tx, { object, ids })) if (state === 'live') taken.add(id)
  }
  return former.map((row) => {
    if (row.active) return row
    const event_ids = Object.fromEntries(Object.entries(row.event_ids).filter(([, id]) => !taken.has(id)))
    return { ...row, event_ids, cluster_id: row.cluster_id !== null && taken.has(row.cluster_id) ? null : row.cluster_id }
  })
}

/** Clusters that have a telling of this document, or other members than before. The facts of all others are what they were. */
function touchedClusters(
  clusters: readonly ResolvedCluster[],
  { present, before }: { present: ReadonlySet<string>; before: readonly TellingRow<Telling>[] },
): ResolvedCluster[] {
  const members = new Map<string | null, Set<string>>()
  for (const { telling, cluster_id } of before) members.set(cluster_id, (members.get(cluster_id) ?? new Set()).add(telling.telling_id))
  return clusters.filter((cluster) => {
    const former = members.get(cluster.cluster_id)
    return former?.size !== cluster.members.length || cluster.members.some(({ telling_id }) => present.has(telling_id) || !former.has(telling_id))
  })
}

async function newMatches(tx: Tx, tellings: readonly Telling[]): Promise<MatchRow[]> {
  const keys = [...new Set(tellings.flatMap(blockingKeys))]
  const candidates = await findTellings<Telling>(tx, { keys })
  const pairs = new Map(tellings.flatMap((telling) => candidates.flatMap((other) => pairOf(telling, other))))
  return [...pairs.values()]
}

/** Candidates share a key with some telling of the document; a pair counts only when the two share one. */
function pairOf(telling: Telling, { telling: other }: TellingRow<Telling>): [string, MatchRow][] {
  const keys = new Set(blockingKeys(telling))
  const match = blockingKeys(other).some((key) => keys.has(key)) ? matchOf(telling, other) : null
  return match === null || match.comparison.verdict === 'different'
    ? []
    : [[`${match.a} ${match.b}`, { a: match.a, b: match.b, ...match.comparison, verdict: match.comparison.verdict }]]
}

function asMatch({ a, b, verdict, score, reasons }: MatchRow): Match {
  return { a, b, comparison: { verdict, score, reasons } }
}

function asRow({ telling, cluster_id, event_ids }: StoredTelling) {
  return { telling_id: telling.telling_id, document_id: telling.document.document_id, telling, cluster_id, event_ids, keys: blockingKeys(telling) }
}

function clusterRows({ cluster_id, members, settled, event_ids }: ResolvedCluster) {
  const ids = Object.fromEntries(settled.events.map(({ columns }, index) => [columns.type, event_ids[index] as string]))
  return members.map(({ telling_id, events }) => ({
    telling_id,
    cluster_id,
    event_ids: Object.fromEntries(Object.entries(ids).filter(([type]) => events.some((event) => event.type === type))),
  }))
}
