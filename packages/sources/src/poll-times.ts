const HOUR_MS = 3_600_000
const LONGEST_BACKOFF_MS = 6 * HOUR_MS
const JITTER = 0.1

/**
 * When a source is polled next. Success: after its interval, give or take a tenth, so that sources do not march in step.
 * Failure: twice as long for each one in a row, at most six hours (or its interval, when that is longer). A server's own wish counts as a minimum.
 * `random` is a number from 0 to 1.
 */
export function nextPollAt(input: { everyS: number; failures: number; retryAfterMs: number | null; now: Date; random: number }): Date {
  const interval = input.everyS * 1000
  const backoff = Math.min(interval * 2 ** Math.min(input.failures, 20), Math.max(interval, LONGEST_BACKOFF_MS))
  const wait = backoff * (1 + JITTER * (2 * input.random - 1))
  return new Date(input.now.getTime() + Math.max(wait, input.retryAfterMs ?? 0))
}
