import { stages } from '@tipwire/domain'
import type { Log } from '@tipwire/runtime'
import {
  assertSchemaCompatibility,
  createPostgresBackend,
  DEFAULT_SCHEMA,
  type PgQueryable,
  runMigrations,
  SchemaMigrationRequiredError,
  withBackend,
} from 'bullmq'
import pg from 'pg'
import type { Engine, JobData } from '../job.ts'
import { bullEngine, queueOptions } from './bull-engine.ts'

/** One connection per worker listens for new jobs; all else shares the rest. */
const SHARED = 6

/** BullMQ on PostgreSQL, schema `bullmq`. All queues and workers of a process share one pool (BullMQ would open one for each of them). */
export async function postgresEngine({ connectionString, log, lockMs }: { connectionString: string; log: Log; lockMs: number }): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString,
    max: stages.length + SHARED,
    application_name: 'tipwire queues',
    options: `-c search_path=${DEFAULT_SCHEMA}`,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  })
  // Every queue and worker adds a listener of its own.
  pool.setMaxListeners(0)
  // The queues and workers report it too; without a listener of its own the pool would end the process before there are any.
  pool.on('error', () => undefined)
  try {
    await prepareSchema(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  // A pool is what the backend documents; its types ask for the index signature that pg's class does not have.
  const connection = pool as typeof pool & Record<string, unknown>
  const { Queue, Worker } = withBackend(createPostgresBackend)
  return bullEngine(
    {
      kind: 'postgres',
      connections: () => stages.length + SHARED,
      queue: (stage) => new Queue<JobData>(stage, { ...queueOptions, connection }),
      worker: (stage, process, options) => new Worker<JobData>(stage, process, { ...options, connection }),
      close: () => pool.end(),
    },
    { log, lockMs },
  )
}

async function prepareSchema(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await assertSchemaCompatibility(client, DEFAULT_SCHEMA)
  } catch (error) {
    if (!(error instanceof SchemaMigrationRequiredError)) throw error
    const { rowCount } = await client.query('select 1 from pg_namespace where nspname = $1', [DEFAULT_SCHEMA])
    await runMigrations(rowCount === 0 ? client : withoutCreateSchema(client), DEFAULT_SCHEMA)
  } finally {
    client.release()
  }
}

/** The service's role owns the schema and may not create schemas, which `create schema if not exists` asks for even when the schema is there. */
function withoutCreateSchema(client: pg.PoolClient): PgQueryable {
  const nothing = { rows: [], rowCount: 0 }
  return {
    query: (async (text: string, values?: unknown[]) => (/^create schema/i.test(text) ? nothing : await client.query(text, values))) as PgQueryable['query'],
  }
}
