import { setTimeout as delay } from 'node:timers/promises'

/** Waits until `check` gives a value that is neither false, null nor undefined; throws with `what` after `withinMs`. */
export async function waitUntil<T>(what: string, check: () => Promise<T> | T, withinMs = 20_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const value = await check()
    if (value !== false && value !== null && value !== undefined) return value
    if (Date.now() > deadline) throw new Error(`did not happen within ${withinMs} ms: ${what}`)
    await delay(20)
  }
}
