import { startApi } from '@tipwire/api'
import type { Log, Metrics } from '@tipwire/runtime'
import type { Store } from '@tipwire/store'

export type ApiOptions = { store: Store; log: Log; metrics: Metrics; host: string; port: number; sample: boolean }

const TRIES = 100

/** The API at this port, or at the next one that is free. */
export async function openApi({ store, log, metrics, host, port, sample }: ApiOptions): Promise<AsyncDisposable & { url: string }> {
  for (let at = port; ; at++) {
    try {
      return await startApi({ store, log, metrics, settings: { host, port: at, sample } })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || at >= port + TRIES) throw error
    }
  }
}
