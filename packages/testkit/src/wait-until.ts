import { setTimeout as delay } from 'node:timers/promises'

/** Waits until `check` gives a value that is neither false, null nor undefined; throws with `what` after `withinMs`. */
export async function waitUntil<T>(what: string, check: () => Promise<T> | T, withinMs = 20_000): Promise<NonNullable<T>> {
  const began = Date.now()
  for (;;) {
    const value = await check()
    if (value !== false && value !== null && value !== undefined) return value
    if (Date.now() - began > withinMs) throw new Error(`did not happen within ${withinMs} ms: ${what}`)
    // Short waits are met at once; a long one does not burden the machine that it waits for.
    await delay(Math.min(500, 20 + (Date.now() - began) / 20))
  }
}
