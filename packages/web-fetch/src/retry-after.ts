const MAX_MS = 24 * 60 * 60_000

/** Milliseconds that a `Retry-After` header asks for (seconds or a date), at most a day; null when there is none or it cannot be read. */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  if (!header) return null
  const text = header.trim()
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), MAX_MS) : null
}
