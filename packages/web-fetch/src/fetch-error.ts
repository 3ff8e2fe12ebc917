import { StageError } from '@tipwire/domain'

/** Every way in which a fetch fails, and whether trying again can help. The list is in README.md. */
export const fetchCodes = {
  FETCH_BAD_URL: 'never',
  FETCH_PRIVATE_ADDRESS: 'never',
  FETCH_REDIRECTS: 'never',
  FETCH_ENCODING: 'never',
  FETCH_TOO_LARGE: 'never',
  FETCH_TIMEOUT: 'later',
  FETCH_CUT_OFF: 'later',
  FETCH_NETWORK: 'later',
  FETCH_NAME: 'later',
  FETCH_ABORTED: 'later',
  FETCH_HTTP_NOT_FOUND: 'never',
  FETCH_HTTP_GONE: 'never',
  FETCH_HTTP_DENIED: 'never',
  FETCH_HTTP_CLIENT: 'never',
  FETCH_HTTP_BUSY: 'later',
  FETCH_HTTP_SERVER: 'later',
} as const
export type FetchCode = keyof typeof fetchCodes

/** A fetch that brought nothing usable. `status` and `retryAfterMs` are set when a server answered. */
export class FetchError extends StageError {
  override name = 'FetchError'
  override readonly code: FetchCode
  readonly status: number | null
  readonly retryAfterMs: number | null
  constructor(code: FetchCode, message: string, more: { status?: number; retryAfterMs?: number | null; cause?: unknown } = {}) {
    super(code, message, more.cause === undefined ? { retry: fetchCodes[code] } : { retry: fetchCodes[code], cause: more.cause })
    this.code = code
    this.status = more.status ?? null
    this.retryAfterMs = more.retryAfterMs ?? null
  }
}
