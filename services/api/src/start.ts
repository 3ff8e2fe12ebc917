import type { AddressInfo } from 'node:net'
import type { Log, Metrics } from '@tipwire/runtime'
import type { Store } from '@tipwire/store'
import { createServer } from './http.ts'
import { serveHealth } from './serve-health.ts'
import { servePage } from './serve-page.ts'
import { serveRoutes } from './serve-routes.ts'

export type ApiParts = Readonly<{
  /** Its connection must be allowed to act as tipwire_analyst. */
  store: Store
  log: Log
  metrics: Metrics
  settings?: Readonly<{
    host?: string
    /** 0 takes a free port. An address in use is an error (EADDRINUSE); the caller decides what then. */
    port?: number
    /** True when the store holds the invented sample: the page says so. */
    sample?: boolean
  }>
}>

/** The HTTP door: API, page, health and metrics. `url` is where it listens. */
export async function startApi({ store, log, metrics, settings = {} }: ApiParts): Promise<AsyncDisposable & { url: string }> {
  const { host = '127.0.0.1', port = 4000, sample = false } = settings
  const server = createServer(log, { host })
  serveRoutes(server, store)
  serveHealth(server, { store, metrics })
  servePage(server, { sample, store })
  await server.listen({ host, port })
  const { port: bound } = server.server.address() as AddressInfo
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`, [Symbol.asyncDispose]: () => server.close() }
}
