import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a test's HTTP server has been asked. */
export type SeenRequest = Readonly<{ method: string; path: string; headers: IncomingMessage['headers'] }>

/** A real HTTP server on 127.0.0.1 that answers with the test's own function and remembers what it was asked. */
export type HttpServer = AsyncDisposable & Readonly<{ url: string; requests: readonly SeenRequest[] }>

/** Starts an HTTP server. The handler may answer late, in pieces or never: closing the server ends every socket. */
export async function serveHttp(handle: (request: IncomingMessage, response: ServerResponse) => unknown): Promise<HttpServer> {
  const requests: SeenRequest[] = []
  const server = createServer((request, response) => {
    requests.push({ method: request.method ?? 'GET', path: request.url ?? '/', headers: request.headers })
    void handle(request, response)
  })
  // A client that is busy for seconds must not find its idle connection closed at the moment of its next request.
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
