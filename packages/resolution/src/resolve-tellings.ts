import { assignIds } from './assign-ids.ts'
import { clusterTellings, type Match } from './cluster.ts'
import { compare } from './compare.ts'
import { type SettledCluster, settle } from './settle.ts'
import type { Telling } from './types.ts'

/** A telling with the ids it had when it was last resolved: of its cluster, and of its events by type. */
export type StoredTelling = Readonly<{ telling: Telling; cluster_id: string | null; event_ids: Readonly<Record<string, string>> }>

/** `cluster_id` is an incident's id, or the event's own id for an event outside incidents. `event_ids` has one id for each settled event. */
export type ResolvedCluster = Readonly<{ cluster_id: string; members: readonly Telling[]; settled: SettledCluster; event_ids: readonly string[] }>

export type NewIds = Readonly<{ incident: () => string; event: () => string }>

/** Clusters all tellings of some connected components, settles each cluster, and gives back the ids that their members had. */
export function resolveTellings(stored: readonly StoredTelling[], matches: readonly Match[], newIds: NewIds): ResolvedCluster[] {
  const before = new Map(stored.map((one) => [one.telling.telling_id, one]))
  const clusters = clusterTellings(
    stored.map(({ telling }) => telling),
    matches,
  ).map((members) => ({ members, settled: settle(members) }))
  const events = clusters.flatMap(({ members, settled }) =>
    settled.events.map(({ columns }) => members.map(({ telling_id }) => before.get(telling_id)?.event_ids[columns.type])),
  )
  const eventIds = assignIds(events, newIds.event)[Symbol.iterator]()
  const incidents = clusters.filter(({ settled }) => settled.incident !== null)
  const incidentIds = assignIds(
    incidents.map(({ members }) => members.map(({ telling_id }) => asIncident(before.get(telling_id)?.cluster_id))),
    newIds.incident,
  )[Symbol.iterator]()
  return clusters.map(({ members, settled }) => {
    const event_ids = settled.events.map(() => eventIds.next().value as string)
    const cluster_id = settled.incident === null ? (event_ids[0] as string) : (incidentIds.next().value as string)
    return { cluster_id, members, settled, event_ids }
  })
}

function asIncident(id: string | null | undefined): string | null {
  return id?.startsWith('inc_') ? id : null
}

/**
 * Hands the ids of a document's former tellings (read before, or of its former version) to its present ones: to the one that tells the same,
 * as far as numbers may have been corrected, else to the only one of its kind.
 */
export function inherit(tellings: readonly Telling[], former: readonly StoredTelling[]): StoredTelling[] {
  const free = new Set(former)
  return tellings.map((telling) => {
    const heir = [...free]
      .filter(
        (old) =>
          old.telling.kind === telling.kind &&
          old.telling.step === telling.step &&
          (telling.kind === 'incident' || old.telling.events[0]?.type === telling.events[0]?.type),
      )
      .map((old) => ({ old, score: compare(telling, old.telling).score }))
      .sort((a, b) => b.score - a.score || (a.old.telling.sort_key < b.old.telling.sort_key ? -1 : 1))[0]?.old
    if (heir === undefined) return { telling, cluster_id: null, event_ids: {} }
    free.delete(heir)
    return { telling, cluster_id: heir.cluster_id, event_ids: heir.event_ids }
  })
}
