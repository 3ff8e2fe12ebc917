import { createServer } from 'node:net'

/** The first free port from `first` upwards. */
export async function nextFreePort(first: number): Promise<number> {
  for (let port = first; port < first + 500; port++) {
    if (await isFree(port)) return port
  }
  throw new Error(`No free port between ${first} and ${first + 499}.`)
}

/** A free port that the system picks. */
export async function anyFreePort(): Promise<number> {
  return await listenOnce(0, '127.0.0.1')
}

/** Free on both loopback addresses: whoever connects to "localhost" must reach us on either. */
export async function isFree(port: number): Promise<boolean> {
  try {
    await listenOnce(port, '127.0.0.1')
  } catch {
    return false
  }
  try {
    await listenOnce(port, '::1')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'EADDRINUSE'
  }
  return true
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}
