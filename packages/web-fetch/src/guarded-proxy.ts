import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type LookupFunction, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { FetchError } from './fetch-error.ts'
import { checkLiteral, guardedLookup } from './guard.ts'

export type GuardedProxy = AsyncDisposable & {
  /** `http://127.0.0.1:port`, for a browser's proxy setting. */
  readonly url: string
  /** Host names that were refused because they lie on private addresses. */
  readonly refused: ReadonlySet<string>
  /** True when the byte limit was hit and everything was cut. */
  readonly exhausted: boolean
}

/**
 * A forward proxy with the guard of `fetchPolitely` at its sockets. A browser that has no other way out cannot reach a private address:
 * not by a redirect, a script, a frame, a worker, a WebSocket or a name that resolves differently the second time.
 * `allowPrivate` names the host (without port) that may be private; `maxBytes` limits what comes in altogether.
 */
export async function openGuardedProxy({ allowPrivate = null, maxBytes }: { allowPrivate?: string | null; maxBytes: number }): Promise<GuardedProxy> {
  const gate = new Gate(allowPrivate, maxBytes)
  const server = createServer((incoming, answer) => forward(gate, incoming, answer))
  server.on('connect', (incoming: IncomingMessage, client: Duplex, head: Buffer) => tunnel(gate, { target: incoming.url ?? '', client, head }))
  server.on('connection', (socket) => gate.track(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refused: gate.refused,
    get exhausted() {
      return gate.exhausted
    },
    async [Symbol.asyncDispose]() {
      server.close()
      gate.closeAll()
      await once(server, 'close')
    },
  }
}

class Gate {
  readonly refused = new Set<string>()
  exhausted = false
  readonly #allowPrivate: string | null
  readonly #maxBytes: number
  readonly #sockets = new Set<Socket>()
  #bytes = 0

  constructor(allowPrivate: string | null, maxBytes: number) {
    this.#allowPrivate = allowPrivate
    this.#maxBytes = maxBytes
  }

  /** The lookup for a host; undefined for the one that may be private. Throws when it is a private literal. */
  lookupFor(hostname: string): LookupFunction | undefined {
    if (hostname === this.#allowPrivate) return undefined
    checkLiteral(hostname)
    return guardedLookup
  }

  refuse(hostname: string, error: unknown): void {
    if (error instanceof FetchError && error.code === 'FETCH_PRIVATE_ADDRESS') this.refused.add(hostname)
  }

  count(chunk: Buffer): void {
    this.#bytes += chunk.length
    if (this.#bytes <= this.#maxBytes) return
    this.exhausted = true
    this.closeAll()
  }

  track(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket)).on('error', () => socket.destroy())
  }

  closeAll(): void {
    for (const socket of this.#sockets) socket.destroy()
  }
}

const bare = (hostname: string): string => (hostname.startsWith('[') ? hostname.slice(1, -1) : hostname)

/** A plain http request, which a browser sends to its proxy with the whole address. */
function forward(gate: Gate, incoming: IncomingMessage, answer: ServerResponse): void {
  const url = URL.parse(incoming.url ?? '')
  if (url?.protocol !== 'http:') return void answer.writeHead(400).end()
  const fail = (error: unknown) => {
    gate.refuse(url.hostname, error)
    if (answer.headersSent) answer.destroy()
    else answer.writeHead(error instanceof FetchError ? 403 : 502).end()
  }
  try {
    const lookup = gate.lookupFor(url.hostname)
    const { 'proxy-connection': _, 'proxy-authorization': __, ...headers } = incoming.headers
    const outgoing = request(
      {
        host: bare(url.hostname),
        port: url.port || 80,
        path: url.pathname + url.search,
        method: incoming.method,
        headers,
        agent: false,
        ...(lookup && { lookup }),
      },
      (reply) => {
        answer.writeHead(reply.statusCode ?? 502, reply.headers)
        reply.on('data', (chunk: Buffer) => gate.count(chunk))
        reply.on('error', fail).pipe(answer)
      },
    )
    outgoing.on('socket', (socket) => gate.track(socket)).on('error', fail)
    answer.on('close', () => outgoing.destroy())
    incoming.pipe(outgoing)
  } catch (error) {
    fail(error)
  }
}

/** https and WebSockets: the browser asks for a tunnel to host and port. */
function tunnel(gate: Gate, { target, client, head }: { target: string; client: Duplex; head: Buffer }): void {
  const url = URL.parse(`http://${target}`)
  const hostname = url?.hostname ?? ''
  const fail = (error: unknown) => {
    gate.refuse(hostname, error)
    client.end(`HTTP/1.1 ${error instanceof FetchError ? '403 Forbidden' : '502 Bad Gateway'}\r\n\r\n`)
  }
  client.on('error', () => client.destroy())
  try {
    if (hostname === '') throw new FetchError('FETCH_BAD_URL', 'The tunnel has no target.')
    const lookup = gate.lookupFor(hostname)
    const server = connect({ host: bare(hostname), port: Number(target.split(':').at(-1)) || 443, ...(lookup && { lookup }) })
    gate.track(server)
    server.once('error', fail)
    server.once('connect', () => {
      server.off('error', fail)
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      if (head.length > 0) server.write(head)
      server.on('data', (chunk: Buffer) => gate.count(chunk)).pipe(client)
      client.pipe(server)
    })
    client.on('close', () => server.destroy())
  } catch (error) {
    fail(error)
  }
}
