import { blockingKeys } from '../src/blocking.ts'
import { type Match, matchesAmong, matchOf } from '../src/cluster.ts'
import type { GroupInput } from '../src/group.ts'
import { linkIncidents } from '../src/link.ts'
import { inherit, type ResolvedCluster, resolveTellings, type StoredTelling } from '../src/resolve-tellings.ts'
import { figureKey, settleStatistics } from '../src/statistics.ts'
import { figuresOf, tell } from '../src/tell.ts'
import type { Telling } from '../src/types.ts'

/** What the resolver keeps, in memory, worked on one document at a time as the service does it. */
export class Memory {
  readonly #tellings = new Map<string, StoredTelling>()
  readonly #matches = new Map<string, Match>()
  readonly #clusters = new Map<string, ResolvedCluster>()
  readonly #keys = new WeakMap<Telling, Set<string>>()
  #ids = 0

  add({ document, reading }: GroupInput): void {
    this.#replace(document.document_id, tell(document, reading))
  }

  remove(document_id: string): void {
    this.#replace(document_id, [])
  }

  #replace(document_id: string, tellings: readonly Telling[]): void {
    const former = [...this.#tellings.values()].filter(({ telling }) => telling.document.document_id === document_id)
    const touched = this.#component(former.map(({ telling }) => telling.telling_id))
    for (const { telling } of former) this.#forget(telling.telling_id)
    for (const stored of inherit(tellings, former)) this.#tellings.set(stored.telling.telling_id, stored)
    for (const telling of tellings) for (const { telling: other } of this.#tellings.values()) this.#note(telling, other)
    const component = this.#component([...touched, ...tellings.map(({ telling_id }) => telling_id)])
    const stored = component.flatMap((id) => this.#tellings.get(id) ?? [])
    for (const [id, cluster] of this.#clusters)
      if (cluster.members.some(({ telling_id }) => touched.includes(telling_id) || component.includes(telling_id))) this.#clusters.delete(id)
    const matches = [...this.#matches.values()].filter(({ a, b }) => component.includes(a) && component.includes(b))
    for (const cluster of resolveTellings(stored, matches, { incident: () => this.#newId('inc'), event: () => this.#newId('evt') })) this.#keep(cluster)
  }

  #newId(prefix: string): string {
    return `${prefix}_${String(++this.#ids).padStart(6, '0')}`
  }

  #keep(cluster: ResolvedCluster): void {
    this.#clusters.set(cluster.cluster_id, cluster)
    const event_ids = Object.fromEntries(cluster.settled.events.map(({ columns }, index) => [columns.type, cluster.event_ids[index] as string]))
    for (const telling of cluster.members) this.#tellings.set(telling.telling_id, { telling, cluster_id: cluster.cluster_id, event_ids })
  }

  #forget(telling_id: string): void {
    this.#tellings.delete(telling_id)
    for (const [key, { a, b }] of this.#matches) if (a === telling_id || b === telling_id) this.#matches.delete(key)
  }

  #note(telling: Telling, other: Telling): void {
    const keys = this.#keysOf(telling)
    const match = [...this.#keysOf(other)].some((key) => keys.has(key)) ? matchOf(telling, other) : null
    if (match !== null) this.#matches.set(`${match.a} ${match.b}`, match)
  }

  #keysOf(telling: Telling): Set<string> {
    const known = this.#keys.get(telling) ?? new Set(blockingKeys(telling))
    this.#keys.set(telling, known)
    return known
  }

  #component(start: readonly string[]): string[] {
    const reached = new Set(start.filter((id) => this.#tellings.has(id)))
    for (const id of reached) {
      for (const { a, b, comparison } of this.#matches.values()) if (comparison.verdict === 'same' && (a === id || b === id)) reached.add(a === id ? b : a)
    }
    return [...reached]
  }

  get clusterIds(): string[] {
    return [...this.#clusters.keys()].sort()
  }

  /** Clusters, facts, reports and links, without ids. */
  get state(): unknown {
    return stateOf([...this.#clusters.values()])
  }
}

/** The same state from all documents at once. */
export function stateAtOnce(inputs: readonly GroupInput[]): unknown {
  const tellings = inputs.flatMap(({ document, reading }) => tell(document, reading))
  let ids = 0
  const clusters = resolveTellings(
    tellings.map((telling) => ({ telling, cluster_id: null, event_ids: {} })),
    matchesAmong(tellings),
    { incident: () => `inc_${++ids}`, event: () => `evt_${++ids}` },
  )
  return stateOf(clusters)
}

function stateOf(clusters: readonly ResolvedCluster[]): unknown {
  const nameOf = (members: readonly Telling[]): string =>
    members
      .map(({ telling_id }) => telling_id)
      .sort()
      .join(' ')
  const nodes = clusters.flatMap(({ members, settled }) =>
    settled.incident === null ? [] : [{ id: nameOf(members), sort_key: members[0]?.sort_key ?? '', facts: settled.incident.case_facts }],
  )
  const follows = linkIncidents(nodes)
  return clusters
    .map(({ members, settled }) => ({ name: nameOf(members), settled, follows: follows.get(nameOf(members)) ?? null }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** All statistics of some documents, without ids. */
export function statisticsOf(inputs: readonly GroupInput[]): unknown {
  const figures = inputs.flatMap(({ document, reading }) => figuresOf(document, reading))
  return [...Map.groupBy(figures, figureKey).entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => settleStatistics(group))
}
