import { Agent, request } from 'undici'
import { explain, statusError } from './explain.ts'
import { FetchError } from './fetch-error.ts'
import { checkUrl, guardedConnector } from './guard.ts'
import { decoderOf, type Progress, readBody } from './read-body.ts'
import { retryAfterMs } from './retry-after.ts'

/** What is fetched: sets the `Accept` header. */
export type Door = 'feed' | 'article' | 'robots' | 'webhook'

export type FetchRequest = Readonly<{
  url: string
  door: Door
  /** Validators of the last answer, verbatim. */
  etag?: string | null
  lastModified?: string | null
  /** The host of `url` may lie on a private address; hosts that it redirects to may not. */
  allowPrivate?: boolean
  /** Limit of the unpacked body. */
  maxBytes: number
  /** Limit of the whole fetch, redirects and body included; the socket is destroyed then. */
  deadlineMs: number
  userAgent: string
  signal?: AbortSignal
}>

export type Redirect = Readonly<{ status: number; url: string }>

export type Fetched = Readonly<{
  status: number
  /** Where the answer came from, after redirects. */
  url: string
  redirects: readonly Redirect[]
  headers: Readonly<Record<string, string | undefined>>
  body: Buffer
  notModified: boolean
  retryAfterMs: number | null
}>

const MAX_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const accept: Readonly<Record<Door, string>> = {
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.8, */*;q=0.5',
  article: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5',
  robots: 'text/plain, */*;q=0.5',
  webhook: '*/*',
}

// Two sockets a host: politeness, and a slow host cannot take all. A private host is the operator's own.
const guarded = new Agent({ connect: guardedConnector(), connections: 2, pipelining: 1 })
const unguarded = new Agent({ connections: 8, pipelining: 1, allowH2: false })

/**
 * Fetches one URL with GET, safely: every address is checked at the socket, every redirect again, size and time are capped.
 * Returns answers 200 to 299 and 304; everything else throws a FetchError whose message a person can read.
 */
export async function fetchPolitely(ask: FetchRequest): Promise<Fetched> {
  const deadline = AbortSignal.timeout(ask.deadlineMs)
  const signal = ask.signal ? AbortSignal.any([deadline, ask.signal]) : deadline
  const progress: Progress = { bytes: 0 }
  try {
    return await follow(ask, { signal, progress })
  } catch (error) {
    throw explain(error, { timedOut: deadline.aborted, aborted: ask.signal?.aborted ?? false, deadlineMs: ask.deadlineMs, begun: progress.bytes > 0 })
  }
}

type Run = { signal: AbortSignal; progress: Progress }

async function follow(ask: FetchRequest, run: Run): Promise<Fetched> {
  const first = checkUrl(ask.url, { allowPrivate: ask.allowPrivate ?? false })
  const redirects: Redirect[] = []
  let url = first
  for (;;) {
    const allowPrivate = ask.allowPrivate === true && url.hostname === first.hostname
    const answer = await getOnce(ask, { ...run, url, allowPrivate, withValidators: url.origin === first.origin })
    if (!REDIRECTS.has(answer.status)) return { ...answer, url: url.href, redirects }
    const location = answer.headers['location']
    if (location === undefined) throw new FetchError('FETCH_REDIRECTS', 'The address redirects without saying where.')
    if (redirects.length === MAX_REDIRECTS) throw new FetchError('FETCH_REDIRECTS', `The address redirects more than ${MAX_REDIRECTS} times.`)
    url = nextHop({ location, from: url, first, ask })
    redirects.push({ status: answer.status, url: url.href })
  }
}

function nextHop({ location, from, first, ask }: { location: string; from: URL; first: URL; ask: FetchRequest }): URL {
  const target = URL.parse(location, from.href)
  return checkUrl(location, { base: from.href, allowPrivate: ask.allowPrivate === true && target?.hostname === first.hostname })
}

type Hop = Run & { url: URL; allowPrivate: boolean; withValidators: boolean }

async function getOnce(ask: FetchRequest, hop: Hop): Promise<Omit<Fetched, 'url' | 'redirects'>> {
  const answer = await request(hop.url, { dispatcher: hop.allowPrivate ? unguarded : guarded, signal: hop.signal, headers: requestHeaders(ask, hop) })
  const headers = flatten(answer.headers)
  const status = answer.statusCode
  const wait = retryAfterMs(headers['retry-after'], Date.now())
  const base = { status, headers, retryAfterMs: wait, notModified: status === 304 }
  if (REDIRECTS.has(status) || status === 304 || status >= 400 || status < 200) {
    // The body of such an answer is of no use; the socket goes with it rather than being drained for somebody who may never end.
    answer.body.on('error', () => {}).destroy()
    if (REDIRECTS.has(status) || status === 304) return { ...base, body: Buffer.alloc(0) }
    throw statusError(status, wait)
  }
  try {
    const declaredBytes = headers['content-length'] === undefined ? null : Number(headers['content-length'])
    const limits = { decoder: decoderOf(headers['content-encoding']), maxBytes: ask.maxBytes, declaredBytes, progress: hop.progress }
    return { ...base, body: await readBody(answer.body, limits) }
  } finally {
    answer.body.on('error', () => {}).destroy()
  }
}

function requestHeaders(ask: FetchRequest, hop: Hop): Record<string, string> {
  const headers: Record<string, string> = { 'user-agent': ask.userAgent, accept: accept[ask.door], 'accept-encoding': 'gzip, br, deflate' }
  if (hop.withValidators && ask.etag) headers['if-none-match'] = ask.etag
  if (hop.withValidators && ask.lastModified) headers['if-modified-since'] = ask.lastModified
  return headers
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]))
}
