import { redisBinary, startRedis } from '@tipwire/testkit'

export type Engine = 'postgres' | 'redis'

/** The queue engines that this machine can test: Redis when REDIS_URL names one or redis-server is installed. */
export function enginesHere(): Engine[] {
  return process.env['REDIS_URL'] || redisBinary() ? ['postgres', 'redis'] : ['postgres']
}

/** A Redis for the engine: the one that REDIS_URL names, else one of the test's own; none for PostgreSQL. */
export async function redisFor(engine: Engine): Promise<AsyncDisposable & { redisUrl?: string }> {
  if (engine === 'postgres') return { [Symbol.asyncDispose]: async () => undefined }
  const named = process.env['REDIS_URL']
  if (named) return { redisUrl: named, [Symbol.asyncDispose]: async () => undefined }
  const redis = await startRedis()
  return { redisUrl: redis.url, [Symbol.asyncDispose]: () => redis[Symbol.asyncDispose]() }
}
