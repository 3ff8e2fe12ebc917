import { TooEarlyError } from '@tipwire/domain'
import { MINUTE, SECOND } from '@tipwire/runtime'
import { closeHost, endTurn, takeTurn } from '@tipwire/store'
import { FetchError, type Fetched, type FetchRequest } from '@tipwire/web-fetch'
import type { Tools } from './tools.ts'

type Manner = {
  /** A feed: few, and asked for regularly. Pages wait in line. */
  front?: boolean
  /** What the host itself asks for; the longer of this and our own pace counts. */
  leastMs?: number
}

const PACE = SECOND
/** What a request may take beyond its deadline until it is given up. */
const GRACE = 5 * SECOND
const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/

/** Fetches, when it is our turn at that host; else throws TooEarlyError. A host that asks us to come later (429, 503) is left alone by everybody until then. */
export async function askHost(tools: Tools, ask: FetchRequest, manner: Manner = {}): Promise<Fetched> {
  await using _turn = await beginTurn(tools, ask.url, manner)
  try {
    return await tools.fetch(ask)
  } catch (error) {
    if (error instanceof FetchError) await leaveAlone(tools, ask.url, error)
    throw error
  }
}

/** Takes a turn at the host of `url`, which ends when it is disposed of. Throws TooEarlyError when it is not ours yet: no worker ever stands and waits. */
export async function beginTurn({ store, settings }: Tools, url: string, { front = false, leastMs = 0 }: Manner = {}): Promise<AsyncDisposable> {
  const turn = new AsyncDisposableStack()
  const at = URL.parse(url)
  if (!at) return turn
  const every_ms = Math.max(leastMs, settings.hostPaceMs ?? (loopback.test(at.hostname) ? 0 : PACE))
  const answer = await takeTurn(store.db, { host: at.host, every_ms, busy_ms: settings.deadlineMs + GRACE, front })
  if (!answer.granted) throw new TooEarlyError('HOST_NOT_YET', `${at.host} was asked a moment ago, or wants to be left alone for now.`, answer.wait_ms)
  if (every_ms > 0) turn.defer(() => endTurn(store.db, at.host))
  return turn
}

/** Closes the host for as long as it asks for; for a minute when it answers 429 without saying how long. */
export async function leaveAlone({ store }: Tools, url: string, answer: { status: number | null; retryAfterMs: number | null }): Promise<void> {
  if (answer.status !== 429 && answer.status !== 503) return
  const for_ms = answer.retryAfterMs ?? (answer.status === 429 ? MINUTE : 0)
  if (for_ms > 0) await closeHost(store.db, { host: new URL(url).host, for_ms })
}
