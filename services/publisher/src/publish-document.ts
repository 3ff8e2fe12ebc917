import type { Outcome, Work } from '@tipwire/domain'
import { assignCursors, finishWork, type Store } from '@tipwire/store'

/**
 * Publishes what resolving a document changed, and all other committed changes that wait: the feed has one order, so one sequencer serves all.
 * The cursors and the end of the work stand or fall together.
 */
export async function publishDocument({ store, run_id }: { store: Store; run_id: string }, work: Work): Promise<Outcome> {
  const outcome: Outcome = { kind: 'done', next: [] }
  await store.transaction(async (tx) => {
    await assignCursors(tx)
    await finishWork(tx, { work, outcome, run_id })
  })
  return outcome
}
