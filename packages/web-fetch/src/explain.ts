import { FetchError } from './fetch-error.ts'

type State = { timedOut: boolean; aborted: boolean; deadlineMs: number; begun: boolean }

/** Any error of a fetch as a FetchError with words for a person. */
export function explain(error: unknown, state: State): FetchError {
  const own = chain(error).find((one) => one instanceof FetchError)
  if (own) return own
  if (state.aborted) return new FetchError('FETCH_ABORTED', 'The fetch was stopped because the service is stopping.', { cause: error })
  if (state.timedOut) {
    const limit = `within ${Math.round(state.deadlineMs / 100) / 10} s`
    return new FetchError('FETCH_TIMEOUT', state.begun ? `The answer did not end ${limit}.` : `No answer ${limit}.`, { cause: error })
  }
  const code =
    chain(error)
      .map((one) => (one as { code?: unknown }).code)
      .find((value) => typeof value === 'string') ?? ''
  return fromSystem(code as string, error)
}

/** The error of an answer that is no success. */
export function statusError(status: number, retryAfterMs: number | null): FetchError {
  const more = { status, retryAfterMs }
  if (status === 404) return new FetchError('FETCH_HTTP_NOT_FOUND', 'The server answers 404: there is nothing at this address.', more)
  if (status === 410) return new FetchError('FETCH_HTTP_GONE', 'The server answers 410: this address is gone for good.', more)
  if (status === 401 || status === 403 || status === 451)
    return new FetchError('FETCH_HTTP_DENIED', `The server answers ${status}: it does not let us in.`, more)
  if (status === 408 || status === 425 || status === 429)
    return new FetchError('FETCH_HTTP_BUSY', `The server answers ${status}: it asks us to come later.`, more)
  if (status >= 500) return new FetchError('FETCH_HTTP_SERVER', `The server answers ${status}: it has a fault of its own.`, more)
  return new FetchError('FETCH_HTTP_CLIENT', `The server answers ${status}: it refuses this request.`, more)
}

function fromSystem(code: string, cause: unknown): FetchError {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new FetchError('FETCH_NAME', 'The host name cannot be resolved.', { cause })
  if (code === 'ECONNREFUSED') return new FetchError('FETCH_NETWORK', 'The server refuses the connection.', { cause })
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT')
    return new FetchError('FETCH_TIMEOUT', 'The server does not accept a connection within 10 s.', { cause })
  if (code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH')
    return new FetchError('FETCH_CUT_OFF', 'The connection broke before the answer was complete.', { cause })
  if (/^(Z_|ERR_BROTLI|ERR_ZLIB|ERR__)/.test(code)) return new FetchError('FETCH_ENCODING', 'The packed answer cannot be unpacked.', { cause })
  if (/CERT|SSL|TLS/.test(code)) return new FetchError('FETCH_NETWORK', `The secure connection fails (${code}).`, { cause })
  return new FetchError('FETCH_NETWORK', `The fetch fails (${code || 'unknown reason'}).`, { cause })
}

function chain(error: unknown): object[] {
  const found: object[] = []
  for (let one: unknown = error; one !== null && typeof one === 'object' && found.length < 8; one = (one as { cause?: unknown }).cause) found.push(one)
  return found
}
