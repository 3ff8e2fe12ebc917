import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'

export type PeriodicTask = { name: string; everyMs: number; log: Log; metrics?: Metrics | undefined; signal?: AbortSignal | undefined }

/**
 * Runs `task` now and then `everyMs` after the end of each run, so that runs never overlap; ±10 % keeps many processes apart.
 * A run that throws is logged and counted, and the next one comes. Disposal waits for the run under way.
 */
export function runPeriodically({ name, everyMs, log, metrics, signal }: PeriodicTask, task: (signal: AbortSignal) => Promise<unknown>): AsyncDisposable {
  const stop = new AbortController()
  const ended = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
  const loop = (async () => {
    while (!ended.aborted) {
      await runOnce()
      await pause(everyMs * (0.9 + Math.random() * 0.2), ended)
    }
  })()

  async function runOnce(): Promise<void> {
    try {
      await task(ended)
    } catch (err) {
      if (ended.aborted) return
      metrics?.periodicFailed({ task: name })
      log.warn({ err, task: name }, 'a regular task failed, it will run again')
    }
  }

  return {
    async [Symbol.asyncDispose]() {
      stop.abort()
      await loop
    },
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end, { once: true })
  })
}
