import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The services that carry a document from its feed to the events. */
export const workers = ['scheduler', 'collector', 'deduplicator', 'extractor', 'resolver', 'publisher'] as const
export type Worker = (typeof workers)[number]

/** One process per service, as in a distributed installation, with a supervisor that starts again whatever has ended. */
export type Services = AsyncDisposable & Readonly<{ kill: (name: Worker, signal: NodeJS.Signals) => Promise<void>; restarts: () => number }>

/** Starts every service as a process of its own on one database, and on Redis when there is one. */
export function spawnServices({
  connectionString,
  redisUrl,
  names = workers,
}: {
  connectionString: string
  redisUrl?: string | undefined
  names?: readonly Worker[]
}): Services {
  const running = new Map<Worker, ChildProcess>()
  let stopping = false
  let restarts = 0
  const env = { ...process.env, DATABASE_URL: connectionString, LOG_LEVEL: 'error', ...(redisUrl ? { REDIS_URL: redisUrl } : {}) }
  const start = (name: Worker) => {
    const child = spawn(process.execPath, [`services/${name}/src/main.ts`], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
    running.set(name, child)
    child.on('exit', () => {
      if (stopping) return
      restarts += 1
      start(name)
    })
  }
  names.forEach(start)
  return {
    restarts: () => restarts,
    async kill(name, signal) {
      const child = running.get(name)
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
    },
    async [Symbol.asyncDispose]() {
      stopping = true
      await Promise.all([...running.values()].map(end))
    },
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 12_000)
  await ended
  clearTimeout(timer)
}
