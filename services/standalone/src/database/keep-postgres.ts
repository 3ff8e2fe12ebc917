import { setTimeout as sleep } from 'node:timers/promises'
import { type LocalPostgres, startLocalPostgres } from '@tipwire/local-postgres'
import { type Log, SECOND } from '@tipwire/runtime'
import { lockOrRefuse } from './lock-or-refuse.ts'

export type KeptPostgres = AsyncDisposable & { postgres: LocalPostgres }

/**
 * The PostgreSQL of this directory, locked for us, and started again when it goes away: same port, same passwords, so that all connections come back
 * by themselves. Disposal stops it. Throws UsageError when another standalone holds it; that one's server is left alone.
 */
export async function keepPostgres({ directory, port, log }: { directory: string; port: number; log: Log }): Promise<KeptPostgres> {
  let stopping = false
  let revival: Promise<void> | undefined
  let postgres = await startLocalPostgres({ directory, log, port })
  let lock = await lockOrRefuse(postgres.connectionString, onLost)

  function onLost(): void {
    if (!stopping) revival ??= revive().finally(() => (revival = undefined))
  }

  async function revive(): Promise<void> {
    log.error({}, 'the database went away and is started again')
    for (let pauseMs = 250; !stopping; pauseMs = Math.min(2 * pauseMs, 15 * SECOND)) {
      try {
        postgres = await startLocalPostgres({ directory, log, port })
        lock = await lockOrRefuse(postgres.connectionString, onLost)
        return
      } catch (err) {
        log.error({ err, pause_ms: pauseMs }, 'the database could not be started')
        await sleep(pauseMs)
      }
    }
  }

  return {
    postgres,
    async [Symbol.asyncDispose]() {
      stopping = true
      await revival
      await lock[Symbol.asyncDispose]()
      await postgres.stop()
    },
  }
}
