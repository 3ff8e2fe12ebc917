import { HOUR } from '@tipwire/runtime'

const LONGEST = HOUR
const JITTER = 0.25

/** How long to wait before attempt number `attempt` + 1: doubled each time up to an hour, ±25 % so that many failures do not come back together. */
export function backoffMs({ attempt, baseMs, random = Math.random }: { attempt: number; baseMs: number; random?: () => number }): number {
  const doubled = Math.min(LONGEST, baseMs * 2 ** (attempt - 1))
  return Math.round(doubled * (1 - JITTER + 2 * JITTER * random()))
}
