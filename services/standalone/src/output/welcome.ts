import { setTimeout as sleep } from 'node:timers/promises'
import { SECOND } from '@tipwire/runtime'
import { type Store, type Summary, summarise } from '@tipwire/store'
import { isDrained } from './is-drained.ts'
import { renderWelcome } from './render-summary.ts'

export type WelcomeParts = {
  store: Store
  sample: boolean
  url: string
  connect: string
  signal: AbortSignal
  print: (text: string) => void
}

/** How long the first incident may take before the rest is printed without it, and how long the others may follow it. */
const FIRST = 75 * SECOND
const OTHERS = 12 * SECOND
const POLL_EVERY = SECOND / 3

/** Prints the first words once the sample's first incident is there (and the rest of the first round with it, when it comes soon). */
export async function welcome({ store, sample, url, connect, signal, print }: WelcomeParts): Promise<void> {
  const summary = sample ? await waitForIncident(store, signal) : await summarise(store.db)
  if (!signal.aborted) print(renderWelcome({ sample, summary, url, connect }))
}

async function waitForIncident(store: Store, signal: AbortSignal): Promise<Summary> {
  const since = Date.now()
  let firstAt: number | null = null
  while (true) {
    const summary = await summarise(store.db)
    if (summary.first) firstAt ??= Date.now()
    const settled = firstAt !== null && (Date.now() > firstAt + OTHERS || (await isDrained(store)))
    if (settled || signal.aborted || Date.now() > since + FIRST) return summary.first && settled ? await summarise(store.db) : summary
    await sleep(POLL_EVERY, undefined, { signal }).catch(() => undefined)
  }
}
