import { redisBinary, startRedis, type TestRedis } from '@tipwire/testkit'

/** Where the queues can lie. */
export type Engine = 'postgres' | 'redis'

/** The engines that this machine can run; without redis-server only Postgres. */
export function availableEngines(): Engine[] {
  return redisBinary() ? ['postgres', 'redis'] : ['postgres']
}

/** A Redis for the engine `redis`, nothing for `postgres`. */
export async function startEngine(engine: Engine): Promise<AsyncDisposable & { redisUrl: string | undefined; redis: TestRedis | undefined }> {
  if (engine === 'postgres') return { redisUrl: undefined, redis: undefined, async [Symbol.asyncDispose]() {} }
  const redis = await startRedis()
  return { redisUrl: redis.url, redis, [Symbol.asyncDispose]: () => redis[Symbol.asyncDispose]() }
}
