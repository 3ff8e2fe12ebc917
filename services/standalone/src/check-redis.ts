import { connect } from 'node:net'
import { UsageError } from '@tipwire/domain'
import { hideSecrets, SECOND } from '@tipwire/runtime'

const DEFAULT_PORT = 6379
const LIMIT = 5 * SECOND

/** Refuses to start when nothing answers at REDIS_URL (one address, or several of a Cluster): the pipeline would wait for it without a word. */
export async function checkRedis(redisUrl: string | null): Promise<void> {
  if (redisUrl === null) return
  const addresses = redisUrl.split(',').map((address) => URL.parse(address.trim()))
  const answers = await Promise.all(addresses.map((url) => url !== null && reaches(url)))
  if (answers.includes(true)) return
  throw new UsageError(`Nothing answers at ${hideSecrets(redisUrl)}. Start Redis there, or unset REDIS_URL: the queues are in PostgreSQL then.`)
}

function reaches({ hostname, port }: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || DEFAULT_PORT), timeout: LIMIT })
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
