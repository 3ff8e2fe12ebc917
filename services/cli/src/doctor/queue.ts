import { connect } from 'node:net'
import type { Finding } from './checks.ts'

const DEFAULT_PORT = 6379

/** Without REDIS_URL the queues live in the database; with it, something must answer there. */
export async function checkQueue(): Promise<Finding> {
  const address = process.env.REDIS_URL
  if (!address) return { name: 'queue', state: 'ok', found: 'in the database (no REDIS_URL)' }
  const url = URL.parse(address)
  if (!url) return { name: 'queue', state: 'bad', found: 'REDIS_URL is no address', advice: 'it looks like redis://host:6379' }
  const port = Number(url.port || DEFAULT_PORT)
  const answers = await reaches(url.hostname, port)
  return answers
    ? { name: 'queue', state: 'ok', found: `Redis answers at ${url.hostname}:${port}` }
    : {
        name: 'queue',
        state: 'bad',
        found: `nothing answers at ${url.hostname}:${port}`,
        advice: 'start Redis there, or unset REDIS_URL to keep the queues in the database.',
      }
}

function reaches(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 3000 })
    const end = (reached: boolean) => {
      socket.destroy()
      resolve(reached)
    }
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false))
  })
}
