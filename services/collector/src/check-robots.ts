import { StageError } from '@tipwire/domain'
import { HOUR, MINUTE } from '@tipwire/runtime'
import { getRobots, saveRobots } from '@tipwire/store'
import { askRobots, checkUrl, type FetchRequest, fetchRobots } from '@tipwire/web-fetch'
import { beginTurn, leaveAlone } from './ask-host.ts'
import type { Tools } from './tools.ts'

const KNOWN_FOR = 24 * HOUR
const UNKNOWN_FOR = MINUTE

/**
 * Asks the robots.txt of a page's host, which all processes share for a day. Returns how far apart the host wants its requests. Throws ROBOTS_REFUSED,
 * ROBOTS_UNREACHABLE (nobody knows; a minute later the host is asked again), TooEarlyError, and what a bad address throws.
 */
export async function checkRobots(tools: Tools, page: Pick<FetchRequest, 'url' | 'allowPrivate' | 'signal'>): Promise<number> {
  const { host } = checkUrl(page.url, { allowPrivate: page.allowPrivate ?? false })
  const robots = (await knownRobots(tools, host)) ?? (await newRobots(tools, { ...page, host }))
  if (robots.text === null)
    throw new StageError('ROBOTS_UNREACHABLE', `The robots.txt of ${host} cannot be had, so nobody knows what may be read.`, { retry: 'later' })
  const { allowed, delayMs } = askRobots(robots.text, page.url)
  if (!allowed) throw new StageError('ROBOTS_REFUSED', `The robots.txt of ${host} does not let us read this page.`, { retry: 'never' })
  return delayMs
}

async function knownRobots({ store }: Tools, host: string): Promise<{ text: string | null } | null> {
  const known = await getRobots(store.db, host)
  return known && known.age_ms < (known.robots === null ? UNKNOWN_FOR : KNOWN_FOR) ? { text: known.robots } : null
}

async function newRobots(tools: Tools, page: Pick<FetchRequest, 'url' | 'allowPrivate' | 'signal'> & { host: string }): Promise<{ text: string | null }> {
  await using _turn = await beginTurn(tools, page.url)
  const { host, ...ask } = page
  const answer = await fetchRobots({ ...ask, userAgent: tools.settings.userAgent })
  await saveRobots(tools.store.db, { host, robots: answer.robots, status: answer.status })
  await leaveAlone(tools, page.url, answer)
  return { text: answer.robots }
}
