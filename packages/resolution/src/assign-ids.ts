/**
 * Gives groups the ids that their members had: a group keeps the id that most of its members held; ties go to the oldest id (ids sort by age);
 * each id goes to one group. A group left without one gets a new id.
 */
export function assignIds(groups: readonly (readonly (string | null | undefined)[])[], newId: () => string): string[] {
  const votes = groups.flatMap((members, group) => {
    const counts = Map.groupBy(
      members.filter((id) => id != null),
      (id) => id,
    )
    return [...counts].map(([id, holders]) => ({ group, id, count: holders.length }))
  })
  votes.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.group - b.group))
  const given = new Map<number, string>()
  const taken = new Set<string>()
  for (const { group, id } of votes) {
    if (given.has(group) || taken.has(id)) continue
    given.set(group, id)
    taken.add(id)
  }
  return groups.map((_, group) => given.get(group) ?? newId())
}
