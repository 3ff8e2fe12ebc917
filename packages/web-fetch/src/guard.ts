import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { isPublicAddress } from './address.ts'
import { FetchError } from './fetch-error.ts'

const MAX_URL_CHARS = 4096

/**
 * Reads a URL that comes from outside: http or https, no user name or password, and no literal private address.
 * Throws FETCH_BAD_URL or FETCH_PRIVATE_ADDRESS.
 */
export function checkUrl(raw: string, { allowPrivate = false, base }: { allowPrivate?: boolean; base?: string } = {}): URL {
  const url = raw.length <= MAX_URL_CHARS ? URL.parse(raw, base) : null
  if (!url) throw new FetchError('FETCH_BAD_URL', 'The address is not a URL.')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new FetchError('FETCH_BAD_URL', 'Only http and https addresses are fetched.')
  if (url.username || url.password) throw new FetchError('FETCH_BAD_URL', 'The address carries a user name or a password.')
  if (!allowPrivate && isLiteral(url.hostname) && !isPublicAddress(url.hostname)) throw privateAddress(url.hostname)
  url.hash = ''
  return url
}

/** The host name resolved, with every answer checked; the lookup of a socket, so that nothing can change between check and use. */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, answers) => {
    if (error) return callback(error, '', 0)
    const bad = answers.find((answer) => !isPublicAddress(answer.address))
    const [first] = answers
    if (bad || !first) return callback(privateAddress(hostname), '', 0)
    if (options.all) callback(null, answers)
    else callback(null, first.address, first.family)
  })
}

/** Throws FETCH_PRIVATE_ADDRESS when `hostname` is a literal that is not public. Node looks literals up nowhere, so they are checked here. */
export function checkLiteral(hostname: string): void {
  if (isLiteral(hostname) && !isPublicAddress(hostname)) throw privateAddress(hostname)
}

/** undici's connector with the guard inside: literals before, names in the lookup, and the peer's real address after. */
export function guardedConnector(): buildConnector.connector {
  const connect = buildConnector({ allowH2: false, lookup: guardedLookup, timeout: 10_000 })
  return (options, callback) => {
    try {
      checkLiteral(options.hostname)
    } catch (error) {
      return callback(error as Error, null)
    }
    connect(options, (...[error, socket]) => {
      if (error) return callback(error, null)
      if (!socket.remoteAddress || isPublicAddress(socket.remoteAddress)) return callback(null, socket)
      socket.destroy()
      callback(privateAddress(options.hostname), null)
    })
  }
}

function isLiteral(hostname: string): boolean {
  return hostname.startsWith('[') || isIP(hostname) !== 0
}

function privateAddress(hostname: string): FetchError {
  return new FetchError('FETCH_PRIVATE_ADDRESS', `${hostname} lies on a private or special address, which is not fetched.`)
}
