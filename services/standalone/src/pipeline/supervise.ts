import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Log, MINUTE, SECOND, withDeadline } from '@tipwire/runtime'
import { type PipelineConfig, type PipelineMessage, VARIABLE } from './pipeline-config.ts'

export type Supervised = AsyncDisposable & {
  /** The process of the moment; null between two. */
  pid(): number | null
  /** Resolves when the pipeline has begun to work for the first time. */
  ready: Promise<void>
  /** The newest metrics that the process sent. */
  metrics(): unknown[]
}

const STOP_LIMIT = 5 * SECOND
const LONGEST_PAUSE = 30 * SECOND
/** A process that lived so long was well: the next restart comes at once again. */
const WELL = MINUTE

/** That often in a row it has ended within a minute: time that the person at the terminal hears of it. */
const FAILURES_TO_TELL = 3

type Options = {
  config: PipelineConfig
  log: Log
  logDescriptor: number
  /** Told once when the pipeline ends again and again. */
  onTrouble?: () => void
}

/** Runs the pipeline in a process of its own and starts it again whenever it ends, at first at once, then further and further apart. */
export function supervisePipeline({ config, log, logDescriptor, onTrouble }: Options): Supervised {
  const stop = new AbortController()
  const started = Promise.withResolvers<void>()
  let child: ChildProcess | null = null
  let newest: unknown[] = []

  function launch(): ChildProcess {
    const env = { ...process.env, [VARIABLE]: JSON.stringify(config) }
    const made = fork(new URL('./pipeline-main.ts', import.meta.url), [], { env, stdio: ['ignore', 'ignore', logDescriptor, 'ipc'], execArgv: [] })
    made.on('message', (message: PipelineMessage) => {
      if (message.kind === 'ready') started.resolve()
      else newest = message.metrics
    })
    made.on('error', (err) => log.error({ err }, 'the pipeline could not be started'))
    return made
  }

  const loop = (async () => {
    for (let failures = 0; !stop.signal.aborted; ) {
      const since = Date.now()
      child = launch()
      const [code, signal] = await once(child, 'exit')
      child = null
      if (stop.signal.aborted) return
      failures = Date.now() - since > WELL ? 0 : failures + 1
      const pauseMs = failures === 0 ? 0 : Math.min(LONGEST_PAUSE, 250 * 2 ** failures)
      if (failures === FAILURES_TO_TELL) onTrouble?.()
      log.error({ code, signal, pause_ms: pauseMs }, 'the pipeline ended and is started again')
      await sleep(pauseMs, undefined, { signal: stop.signal }).catch(() => undefined)
    }
  })()

  return {
    pid: () => child?.pid ?? null,
    ready: started.promise,
    metrics: () => newest,
    async [Symbol.asyncDispose]() {
      stop.abort()
      started.resolve()
      child?.kill('SIGTERM')
      if ((await withDeadline(loop, STOP_LIMIT)) === 'finished') return
      // What it was at is in the ledger and is done again at the next start.
      child?.kill('SIGKILL')
      await loop
    },
  }
}
