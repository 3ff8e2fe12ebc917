import { setTimeout as sleep } from 'node:timers/promises'
import { stages } from '@tipwire/domain'
import { MINUTE } from '@tipwire/runtime'
import type { Queues } from './open-queues.ts'

/**
 * For tests: resolves when the pipeline has drained, that is when no job waits or is worked on and `pending` (rows of the ledger that are due) is 0,
 * seen twice in a row. Throws with what was left when it takes longer than `limitMs`.
 */
export async function waitUntilIdle({
  queues,
  pending,
  limitMs = MINUTE,
}: {
  queues: Queues
  pending: () => Promise<number>
  limitMs?: number
}): Promise<void> {
  let quiet = 0
  let left = 'nothing was counted'
  for (const end = Date.now() + limitMs; Date.now() < end; await sleep(25)) {
    const rows = await pending()
    const jobs = await liveJobs(queues)
    quiet = rows + jobs === 0 ? quiet + 1 : 0
    if (quiet === 2) return
    left = `${rows} rows are due and ${jobs} jobs are alive`
  }
  throw new Error(`Not idle after ${limitMs / 1000} s: ${left}.`)
}

async function liveJobs(queues: Queues): Promise<number> {
  let jobs = 0
  for (const stage of stages) {
    const { waiting, active } = await queues.counts(stage)
    jobs += waiting + active
  }
  return jobs
}
