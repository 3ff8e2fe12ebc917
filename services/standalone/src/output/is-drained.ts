import { openWorkCounts, type Store } from '@tipwire/store'

/** Nothing waits that is due: every source was asked and what it had is through. */
export async function isDrained(store: Store): Promise<boolean> {
  const counts = await openWorkCounts(store.db)
  return counts.every(({ state, oldest_since }) => state !== 'waiting' || oldest_since.getTime() > Date.now())
}
