import { type CaseFacts, canFollow, linkIncidents } from '@tipwire/resolution'
import { findCases, type SavedObject, saveObjects, type Tx, type WriteUnder } from '@tipwire/store'

/** Keeps `follows` true: of the incidents written, and of all that share a case key with them or followed what has ended. */
export async function linkCases(
  tx: Tx,
  { ids, ended, under }: { ids: readonly string[]; ended: readonly string[]; under: WriteUnder },
): Promise<SavedObject[]> {
  const near = await findCases<CaseFacts>(tx, { incident_ids: ids, followers_of: ended })
  const later = near.filter(({ facts, follows }) => canFollow(facts) || follows !== null)
  if (later.length === 0) return []
  const all = await findCases<CaseFacts>(tx, { incident_ids: later.map(({ id }) => id) })
  const links = linkIncidents(all)
  const changed = later.filter(({ id, follows }) => (links.get(id) ?? null) !== follows)
  return saveObjects(tx, { object: 'incident', rows: changed.map(({ id }) => ({ id, columns: { follows: links.get(id) ?? null } })), under })
}
