import type { Tx } from '../../database.ts'
import { openWork } from '../work/open-work.ts'
import { pollStages } from './add-source.ts'
import { closePoll } from './close-poll.ts'

/** Stops polling a source; a poll that runs right now can't be finished. False when there is no such source. */
export async function pauseSource(tx: Tx, { source_id, reason }: { source_id: string; reason: string }): Promise<boolean> {
  const paused = await tx
    .updateTable('pipeline.sources')
    .set({ state: 'paused', state_reason: reason })
    .where('source_id', '=', source_id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (paused.numUpdatedRows === 0n) return false
  await closePoll(tx, { source_id, reason: 'the source is paused' })
  return true
}

/** Polls a paused source again, at once. False when there is no such source or it was not paused. */
export async function resumeSource(tx: Tx, source_id: string): Promise<boolean> {
  const resumed = await tx
    .updateTable('pipeline.sources')
    .set({ state: 'new', state_reason: null, consecutive_failures: 0 })
    .where('source_id', '=', source_id)
    .where('state', '=', 'paused')
    .where('removed_at', 'is', null)
    .returning('adapter')
    .executeTakeFirst()
  if (!resumed) return false
  await openWork(tx, { stage: pollStages[resumed.adapter], id: source_id })
  return true
}
