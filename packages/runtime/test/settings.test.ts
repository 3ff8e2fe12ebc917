import { UsageError } from '@tipwire/domain'
import { describe, expect, it } from 'vitest'
import { readServiceConfig } from '../src/index.ts'

describe('readServiceConfig', () => {
  it('reads what is there, and takes an empty variable as absent', () => {
    expect(readServiceConfig({ DATABASE_URL: 'postgres://db/tipwire', REDIS_URL: '', METRICS_PORT: '9464' })).toEqual({
      databaseUrl: 'postgres://db/tipwire',
      redisUrl: undefined,
      logLevel: 'info',
      metricsPort: 9464,
    })
  })

  it('reports every mistake together, in plain words', () => {
    const read = () => readServiceConfig({ REDIS_URL: 'localhost:6379', METRICS_PORT: 'many' })
    expect(read).toThrow(UsageError)
    expect(read).toThrow(
      /3 settings are wrong[\s\S]*DATABASE_URL: is needed and not set[\s\S]*REDIS_URL: must be an address[\s\S]*METRICS_PORT: must be a whole number/,
    )
  })
})
