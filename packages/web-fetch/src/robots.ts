import robotsParser from 'robots-parser'
import { FetchError } from './fetch-error.ts'
import { type FetchRequest, fetchPolitely } from './fetch-politely.ts'

// The package is CommonJS whose function is all that it exports; its types say otherwise.
const parseRobots = robotsParser as unknown as typeof robotsParser.default

/** Our name in a robots.txt: `User-agent: Tipwire`. */
const TOKEN = 'Tipwire'
const MAX_BYTES = 500_000
const DEADLINE_MS = 10_000
const MAX_DELAY_MS = 60_000
const REFUSE_ALL = 'User-agent: *\nDisallow: /\n'

/** What a host's robots.txt says. `robots` null: it could not be had, and nobody knows what is allowed. `status` null: no answer at all. */
export type RobotsAnswer = Readonly<{ robots: string | null; status: number | null; retryAfterMs: number | null }>

/**
 * Fetches the robots.txt of the host of `url`, as RFC 9309 says: none (4xx, or an address that leads nowhere) allows everything, a server in trouble (5xx,
 * 429, no answer) leaves it open. One that is too large or can't be unpacked can't be obeyed: it counts as a refusal. Throws FETCH_ABORTED only.
 */
export async function fetchRobots(ask: Pick<FetchRequest, 'url' | 'allowPrivate' | 'userAgent' | 'signal'>): Promise<RobotsAnswer> {
  try {
    const url = new URL('/robots.txt', ask.url).href
    const { body, status, retryAfterMs } = await fetchPolitely({ ...ask, url, door: 'robots', maxBytes: MAX_BYTES, deadlineMs: DEADLINE_MS })
    return { robots: body.toString('utf8'), status, retryAfterMs }
  } catch (error) {
    if (!(error instanceof FetchError) || error.code === 'FETCH_ABORTED') throw error
    const { status, retryAfterMs } = error
    return { robots: insteadOfFile(error), status, retryAfterMs }
  }
}

function insteadOfFile(error: FetchError): string | null {
  if (error.retry === 'later') return null
  return error.code === 'FETCH_TOO_LARGE' || error.code === 'FETCH_ENCODING' ? REFUSE_ALL : ''
}

/** Whether a page may be fetched, and how far apart the host wants its requests (`Crawl-delay`, at most a minute; 0 when it says nothing). */
export function askRobots(robots: string, url: string): { allowed: boolean; delayMs: number } {
  const rules = parseRobots(new URL('/robots.txt', url).href, robots)
  const delayS = rules.getCrawlDelay(TOKEN) ?? 0
  return { allowed: rules.isAllowed(url, TOKEN) ?? true, delayMs: Math.min(Math.max(0, delayS * 1000), MAX_DELAY_MS) || 0 }
}
