import { startBrowserCollector } from '@tipwire/browser-collector'
import { startCollector } from '@tipwire/collector'
import { startDeduplicator } from '@tipwire/deduplicator'
import type { SourceSpec } from '@tipwire/domain'
import { startExtractor } from '@tipwire/extractor'
import { startPublisher } from '@tipwire/publisher'
import { openQueues, type Queues, waitUntilIdle } from '@tipwire/queue'
import { startResolver } from '@tipwire/resolver'
import { createLog, createMetrics } from '@tipwire/runtime'
import { startScheduler } from '@tipwire/scheduler'
import { addSource, openStore, type Store } from '@tipwire/store'
import { waitUntil } from '@tipwire/testkit'
import { Pool, type QueryResultRow } from 'pg'

export type ChainOptions = {
  connectionString: string
  /** Queues on this Redis; on the same PostgreSQL when left out. */
  redisUrl?: string | undefined
  sources: readonly SourceSpec[]
}

export type Chain = AsyncDisposable & {
  store: Store
  queues: Queues
  /** Runs a query as the role; as the owner of the test's database when none is given. */
  rows<T extends QueryResultRow>(sql: string, options?: { params?: unknown[]; role?: string }): Promise<T[]>
  /** Polls every source once and waits until nothing waits or is worked on. */
  drain(): Promise<void>
}

/** Longer than a test: sources are polled when a test says so. */
const NEVER_S = 3600
const WITHIN_MS = 120_000
const POLL_NOW = `update pipeline.work set not_before = now(), since = now(), queued_at = null where stage in ('poll', 'poll-browser') and state = 'waiting'`
const PENDING = `select count(*)::int as count from pipeline.work where state = 'waiting' and (not_before <= now() or stage not in ('poll', 'poll-browser'))`
const UNPOLLED = 'select count(*)::int as count from pipeline.sources where removed_at is null and (last_poll_at is null or last_poll_at < $1)'
const UNPUBLISHED = 'select count(*)::int as count from facts.changes where cursor is null'

/** The whole pipeline in this process, from polls to the change feed, without the API. */
export async function startChain({ connectionString, redisUrl, sources }: ChainOptions): Promise<Chain> {
  await using parts = new AsyncDisposableStack()
  const log = createLog('chain', { level: process.env['LOG_LEVEL'] ?? 'silent' })
  const metrics = createMetrics()
  const stop = new AbortController()
  const pool = parts.adopt(new Pool({ connectionString, max: 2 }), (open) => open.end())
  const store = parts.use(openStore({ connectionString, applicationName: 'chain' }))
  const queues = parts.use(await openQueues({ connectionString, redisUrl, log }))
  for (const source of sources) await store.transaction((tx) => addSource(tx, { ...source, poll_every_s: NEVER_S }))
  const shared = { store, queues, log, metrics, signal: stop.signal }
  parts.defer(() => stop.abort())
  parts.use(await startPublisher(shared))
  parts.use(await startResolver(shared))
  parts.use(await startExtractor(shared))
  parts.use(await startDeduplicator(shared))
  parts.use(await startBrowserCollector(shared))
  parts.use(await startCollector(shared))
  parts.use(await startScheduler({ ...shared, settings: { everyMs: 200 } }))

  const rows: Chain['rows'] = (sql, options = {}) => query(pool, sql, options)
  const countOf = async (sql: string, params: unknown[] = []) => (await rows<{ count: number }>(sql, { params }))[0]?.count ?? 0
  async function drain(): Promise<void> {
    const since = new Date()
    await rows(POLL_NOW)
    await waitUntil('every source is polled', async () => (await countOf(UNPOLLED, [since])) === 0, WITHIN_MS)
    await waitUntilIdle({ queues, pending: async () => (await countOf(PENDING)) + (await countOf(UNPUBLISHED)), limitMs: WITHIN_MS })
  }
  const kept = parts.move()
  return { store, queues, rows, drain, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

async function query<T extends QueryResultRow>(pool: Pool, sql: string, { params = [], role }: { params?: unknown[]; role?: string }): Promise<T[]> {
  const client = await pool.connect()
  try {
    if (role) await client.query(`set role ${role}`)
    const { rows } = await client.query<T>(sql, params)
    return rows
  } finally {
    if (role) await client.query('reset role')
    client.release()
  }
}
