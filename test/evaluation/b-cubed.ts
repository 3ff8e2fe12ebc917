/** B-cubed F1 of a grouping, 0 to 1: for each document, how pure and how complete the group is that it was put into; null stands alone. */
export function bCubed(documents: readonly Readonly<{ id: string; truth: string | null; found: string | null }>[]): number {
  const key = (id: string, group: string | null) => group ?? `alone ${id}`
  const truths = Map.groupBy(documents, ({ id, truth }) => key(id, truth))
  const founds = Map.groupBy(documents, ({ id, found }) => key(id, found))
  let precision = 0
  let recall = 0
  for (const { id, truth, found } of documents) {
    const own = truths.get(key(id, truth)) ?? []
    const put = founds.get(key(id, found)) ?? []
    const shared = put.filter((other) => own.includes(other)).length
    precision += shared / put.length
    recall += shared / own.length
  }
  return (2 * precision * recall) / ((precision + recall) * documents.length)
}
