import { UsageError } from '@tipwire/domain'
import { aborted } from './aborted.ts'
import { createLog, type Log } from './log.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { serveMetrics } from './serve-metrics.ts'
import { SECOND } from './time.ts'
import { withDeadline } from './with-deadline.ts'

/** What a service gets from `run`. The signal is aborted when the process is asked to end. */
export type Part<Config> = { config: Config; log: Log; metrics: Metrics; signal: AbortSignal }

type CommonConfig = { logLevel?: string | undefined; metricsPort?: number | undefined }

/**
 * The life of every process: read the settings, start, wait for SIGINT or SIGTERM, stop in reverse order within ten seconds.
 * A second signal, a second later or more, ends it at once. Exit code 0 after a stop, 1 after a failure, 2 when a setting is wrong.
 */
export async function run<Config extends CommonConfig>(
  name: string,
  readConfig: (env: NodeJS.ProcessEnv) => Config,
  start: (part: Part<Config>) => Promise<AsyncDisposable>,
): Promise<void> {
  const stopping = stopOnSignals()
  let log = createLog(name)
  try {
    const config = readConfig(process.env)
    log = createLog(name, { level: config.logLevel ?? 'info' })
    dieOnUnexpected(log)
    await live({ config, log, metrics: createMetrics({ process: true }), signal: stopping }, start)
  } catch (error) {
    fail(error, log)
  }
}

async function live<Config extends CommonConfig>(part: Part<Config>, start: (part: Part<Config>) => Promise<AsyncDisposable>): Promise<void> {
  const { config, log, metrics, signal } = part
  const parts = new AsyncDisposableStack()
  if (config.metricsPort !== undefined) parts.use(await serveMetrics({ metrics, port: config.metricsPort, host: '0.0.0.0' }))
  parts.use(await start(part))
  log.info({ pid: process.pid }, 'started')
  await aborted(signal)
  log.info({}, 'stopping')
  if ((await withDeadline(parts.disposeAsync(), STOP_LIMIT)) === 'finished') return
  log.error({ limit_ms: STOP_LIMIT }, 'did not stop in time, ending anyway; what was under way will be done again')
  process.exit(1)
}

const STOP_LIMIT = 9 * SECOND

/** Package runners pass Ctrl-C on to a child that the terminal has told already: only a later signal is a person's second one. */
const SAME_SIGNAL = SECOND

function stopOnSignals(): AbortSignal {
  const controller = new AbortController()
  let since = 0
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (controller.signal.aborted && Date.now() - since > SAME_SIGNAL) process.exit(130)
      if (!controller.signal.aborted) since = Date.now()
      controller.abort()
    })
  }
  return controller.signal
}

/** A process in an unknown state must not go on; its supervisor starts it afresh. */
function dieOnUnexpected(log: Log): void {
  const die = (err: unknown) => {
    log.fatal({ err }, 'an error that nothing expected')
    process.exit(1)
  }
  process.on('uncaughtException', die)
  process.on('unhandledRejection', die)
}

function fail(error: unknown, log: Log): void {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`)
    process.exit(2)
  }
  log.fatal({ err: error }, 'could not start')
  process.exit(1)
}
