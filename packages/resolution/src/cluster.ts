import { blockingKeys } from './blocking.ts'
import { compare, isVetoed } from './compare.ts'
import type { Comparison, Telling } from './types.ts'

/** A compared pair; `a` sorts before `b`. */
export type Match = Readonly<{ a: string; b: string; comparison: Comparison }>

/** All pairs that share a blocking key and come out as the same or as maybe the same. */
export function matchesAmong(tellings: readonly Telling[]): Match[] {
  const byKey = new Map<string, Telling[]>()
  for (const telling of tellings) for (const key of blockingKeys(telling)) byKey.set(key, [...(byKey.get(key) ?? []), telling])
  const seen = new Set<string>()
  const matches: Match[] = []
  for (const telling of tellings) {
    for (const other of new Set(blockingKeys(telling).flatMap((key) => byKey.get(key) ?? []))) {
      const match = matchOf(telling, other)
      if (match === null || seen.has(`${match.a} ${match.b}`)) continue
      seen.add(`${match.a} ${match.b}`)
      matches.push(match)
    }
  }
  return matches
}

/** The comparison of two tellings, or null when they are one or have nothing to do with each other. */
export function matchOf(one: Telling, other: Telling): Match | null {
  if (one.telling_id === other.telling_id) return null
  const [a, b] = one.telling_id < other.telling_id ? [one, other] : [other, one]
  const comparison = compare(a, b)
  return comparison.verdict === 'different' ? null : { a: a.telling_id, b: b.telling_id, comparison }
}

/**
 * Groups of tellings that tell one thing. The strongest matches join first; a group never holds two tellings that a veto keeps apart.
 * The result depends on what the tellings say, not on the order or the ids in which they come. Sorted, oldest first.
 */
export function clusterTellings(tellings: readonly Telling[], matches: readonly Match[]): Telling[][] {
  const byId = new Map(tellings.map((telling) => [telling.telling_id, telling]))
  const groupOf = new Map(tellings.map((telling) => [telling.telling_id, [telling]]))
  for (const { a, b } of strongestFirst(byId, matches)) {
    const [left, right] = [groupOf.get(a) as Telling[], groupOf.get(b) as Telling[]]
    if (left === right || left.some((x) => right.some((y) => isVetoed(compare(x, y))))) continue
    left.push(...right)
    for (const { telling_id } of right) groupOf.set(telling_id, left)
  }
  return [...new Set(groupOf.values())].map((group) => group.sort(bySortKey)).sort((a, b) => bySortKey(a[0] as Telling, b[0] as Telling))
}

export function bySortKey(a: { sort_key: string }, b: { sort_key: string }): number {
  return a.sort_key < b.sort_key ? -1 : a.sort_key > b.sort_key ? 1 : 0
}

function strongestFirst(byId: ReadonlyMap<string, Telling>, matches: readonly Match[]): Match[] {
  return matches
    .filter(({ a, b, comparison }) => comparison.verdict === 'same' && byId.has(a) && byId.has(b))
    .map((match) => ({ match, keys: [byId.get(match.a)?.sort_key ?? '', byId.get(match.b)?.sort_key ?? ''].sort().join('  ') }))
    .sort((x, y) => y.match.comparison.score - x.match.comparison.score || (x.keys < y.keys ? -1 : x.keys > y.keys ? 1 : 0))
    .map(({ match }) => match)
}
