import { UsageError } from '@tipwire/domain'
import { hideSecrets, type Log, SECOND, withDeadline } from '@tipwire/runtime'
import { Queue, Worker } from 'bullmq'
import { Cluster, Redis } from 'ioredis'
import type { Engine, JobData } from '../job.ts'
import { bullEngine, queueOptions } from './bull-engine.ts'

const START_LIMIT = 15 * SECOND
const retryStrategy = (times: number) => Math.min(20 * SECOND, 100 * 2 ** Math.min(times, 8)) * (0.75 + Math.random() / 2)

type Reach = { enableOfflineQueue: boolean; maxRetriesPerRequest: number | null; retryStrategy: (times: number) => number }

/** Producers fail at once when Redis is away: the row is in the ledger, the reconciler queues it later. */
const forProducers: Reach = { enableOfflineQueue: false, maxRetriesPerRequest: 1, retryStrategy }
/** Workers wait for Redis for as long as it takes. */
const forWorkers: Reach = { enableOfflineQueue: true, maxRetriesPerRequest: null, retryStrategy }

/** BullMQ on Redis, single or Cluster (several addresses, separated by commas). `namespace` keeps several Tipwires on one Redis apart. */
export async function redisEngine({ redisUrl, namespace, log, lockMs }: { redisUrl: string; namespace: string; log: Log; lockMs: number }): Promise<Engine> {
  const producer = await connect(redisUrl, forProducers)
  await checkDurability(producer, log)
  const consumer = await connect(redisUrl, forWorkers)
  // The braces keep the keys of one queue on one node of a Cluster.
  const prefix = (stage: string) => `{${namespace}:${stage}}`
  return bullEngine(
    {
      kind: 'redis',
      connections: (workers) => 2 + workers,
      queue: (stage) => new Queue<JobData>(stage, { ...queueOptions, connection: producer, prefix: prefix(stage) }),
      worker: (stage, process, options) => new Worker<JobData>(stage, process, { ...options, connection: consumer, prefix: prefix(stage) }),
      close: async () => {
        for (const client of [producer, consumer]) client.disconnect()
      },
    },
    { log, lockMs },
  )
}

async function connect(redisUrl: string, options: Reach): Promise<Redis | Cluster> {
  const urls = redisUrl.split(',').map((url) => url.trim())
  const client =
    urls.length === 1
      ? new Redis(urls[0] as string, { ...options, lazyConnect: true })
      : new Cluster(urls, {
          redisOptions: { maxRetriesPerRequest: options.maxRetriesPerRequest },
          enableOfflineQueue: options.enableOfflineQueue,
          clusterRetryStrategy: retryStrategy,
          lazyConnect: true,
        })
  let last: unknown
  client.on('error', (err: unknown) => {
    last = err
  })
  const ready = new Promise((resolve) => client.once('ready', resolve))
  client.connect().catch(() => undefined)
  if ((await withDeadline(ready, START_LIMIT)) === 'finished') return client
  client.disconnect()
  throw new UsageError(
    `Redis at ${hideSecrets(redisUrl)} does not answer (${last instanceof Error ? last.message : 'no error was given'}): check REDIS_URL, or unset it to queue in PostgreSQL.`,
  )
}

/** A Redis that throws keys away or forgets them at a restart still loses nothing here, but everything has to be queued again. */
async function checkDurability(client: Redis | Cluster, log: Log): Promise<void> {
  const settings = await readSettings(client)
  if (settings === null) return log.info({}, 'Redis does not show its settings: make sure that it has maxmemory-policy noeviction and appendonly yes')
  if (settings['maxmemory-policy'] !== 'noeviction') log.warn({ policy: settings['maxmemory-policy'] }, 'Redis may evict jobs: set maxmemory-policy noeviction')
  if (settings.appendonly !== 'yes') log.warn({}, 'Redis forgets its jobs at a restart: set appendonly yes')
}

async function readSettings(client: Redis | Cluster): Promise<Record<string, string> | null> {
  try {
    const pairs = [await client.call('CONFIG', 'GET', 'maxmemory-policy'), await client.call('CONFIG', 'GET', 'appendonly')] as string[][]
    return Object.fromEntries(pairs.map(([name, value]) => [name, value]))
  } catch {
    return null
  }
}
