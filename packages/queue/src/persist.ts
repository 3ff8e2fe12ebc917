import { setTimeout as sleep } from 'node:timers/promises'
import { SECOND } from '@tipwire/runtime'

const PAUSES = [0.2, 0.5, 1, 2, 4, 8, 8, 8].map((seconds) => seconds * SECOND)

/** Tries until it succeeds, for about half a minute: the outcome of work must be noted although the database is being restarted just now. */
export async function persist<T>(act: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await act()
    } catch (error) {
      if (signal.aborted) throw error
      await sleep(pause)
    }
  }
  return await act()
}
