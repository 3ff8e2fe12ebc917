import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** A TCP server on 127.0.0.1 that hands every connection to the test. */
export type TcpServer = AsyncDisposable & Readonly<{ port: number; connections: () => number }>

/** Starts a TCP server, for answers that no HTTP library would give. Closing it destroys every socket. */
export async function serveTcp(handle: (socket: Socket) => void): Promise<TcpServer> {
  const open = new Set<Socket>()
  let seen = 0
  const server = createServer((socket) => {
    seen += 1
    open.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => open.delete(socket))
    handle(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => seen,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
