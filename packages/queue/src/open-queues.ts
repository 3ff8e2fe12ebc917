import { type Stage, stages, UsageError } from '@tipwire/domain'
import { createLog, type Log, SECOND } from '@tipwire/runtime'
import { postgresEngine } from './engines/postgres-engine.ts'
import { redisEngine } from './engines/redis-engine.ts'
import type { Engine, JobCounts, TakenJob } from './job.ts'
import { stageSpec } from './pipeline.ts'

export type QueuesOptions = {
  /** Queues in this database, unless there is a Redis. */
  connectionString?: string | undefined
  redisUrl?: string | undefined
  /** Keeps several Tipwires on one Redis apart; the name of the database when left out. */
  namespace?: string | undefined
  log?: Log | undefined
  /** How long a job stays with a worker that no longer answers. */
  lockMs?: number
}

/** `single`: one id a job, for rows whose company must not suffer from them. */
export type AddOptions = { delayMs?: number; single?: boolean; batch?: number | undefined }

export type Queues = AsyncDisposable & {
  engine: 'postgres' | 'redis'
  /** Connections that this process opens at most. */
  connections(): number
  /** Queues ids, as many to a job as the pipeline table says. The rows must be in the ledger already. */
  add(stage: Stage, ids: readonly string[], options?: AddOptions): Promise<void>
  counts(stage: Stage): Promise<JobCounts>
  /** Drops all jobs; `requeueAll` brings back what the ledger knows. */
  clear(): Promise<void>
  /** For runStage alone. */
  work(stage: Stage, concurrency: number, process: (job: TakenJob) => Promise<void>): Promise<AsyncDisposable>
  close(): Promise<void>
}

/** Opens the queues on Redis when there is one, else on PostgreSQL. Throws UsageError when neither is named or Redis does not answer. */
export async function openQueues({
  connectionString,
  redisUrl,
  namespace,
  log = createLog('queues', { level: 'warn' }),
  lockMs = 30 * SECOND,
}: QueuesOptions): Promise<Queues> {
  const engine = await openEngine({ connectionString, redisUrl, namespace, log, lockMs })
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= engine.close()
    return closing
  }
  return {
    engine: engine.kind,
    connections: engine.connections,
    add: (stage, ids, options = {}) => add(engine, stage, ids, options),
    counts: engine.counts,
    clear: () => clearAll(engine),
    work: engine.work,
    close,
    [Symbol.asyncDispose]: close,
  }
}

function openEngine({ connectionString, redisUrl, namespace, log, lockMs }: QueuesOptions & { log: Log; lockMs: number }): Promise<Engine> {
  if (redisUrl) return redisEngine({ redisUrl, namespace: namespace ?? databaseName(connectionString), log, lockMs })
  if (connectionString) return postgresEngine({ connectionString, log, lockMs })
  throw new UsageError('No place for the queues: set DATABASE_URL or REDIS_URL.')
}

function databaseName(connectionString: string | undefined): string {
  return (connectionString && URL.parse(connectionString)?.pathname.slice(1)) || 'tipwire'
}

async function add(engine: Engine, stage: Stage, ids: readonly string[], { delayMs = 0, single = false, batch }: AddOptions): Promise<void> {
  const size = single ? 1 : (batch ?? stageSpec(stage).batch)
  const jobs = []
  for (let at = 0; at < ids.length; at += size) jobs.push({ ids: ids.slice(at, at + size), delayMs })
  if (jobs.length > 0) await engine.add(stage, jobs)
}

async function clearAll(engine: Engine): Promise<void> {
  // Counting opens the queue, so that one of a former process is cleared too.
  for (const stage of stages) await engine.counts(stage)
  await engine.clear()
}
