import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Metrics } from './metrics.ts'

/** Serves `/metrics` (Prometheus text) and `/healthz` of a service that has no HTTP door of its own. */
export async function serveMetrics({
  metrics,
  port,
  host = '127.0.0.1',
}: {
  metrics: Metrics
  port: number
  host?: string
}): Promise<AsyncDisposable & { url: string }> {
  const server = createServer(async (request, response) => {
    if (request.url === '/healthz') response.end('ok\n')
    else if (request.url === '/metrics') response.setHeader('content-type', metrics.registry.contentType).end(await metrics.registry.metrics())
    else response.writeHead(404).end('only /metrics and /healthz are here\n')
  })
  server.listen(port, host)
  await once(server, 'listening')
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
