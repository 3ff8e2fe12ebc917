import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { StageError } from '@tipwire/domain'
import type { TaskAnswer, TaskMessage, TaskName, Tasks } from './tasks.ts'

/** A thread without a task. `alive` is false once it has been ended; then it takes no more. */
export type Idle = {
  readonly alive: boolean
  run<Name extends TaskName>(name: Name, input: Tasks[Name]['input']): Promise<Tasks[Name]['output']>
  close(): Promise<unknown>
}

const START_LIMIT_MS = 60_000

/** One thread; it does one task at a time. */
export function openThread({ deadlineMs, maxHeapMb }: { deadlineMs: number; maxHeapMb: number }): Idle {
  const worker = new Worker(new URL('./reader-thread.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: maxHeapMb } })
  worker.unref()
  // A task's deadline starts when the thread has loaded its code, which takes its time on a busy machine.
  const ready = once(worker, 'message', { signal: AbortSignal.timeout(START_LIMIT_MS) }).catch((cause) => {
    throw new StageError('PARSE_STOPPED', 'A reader thread did not start.', { retry: 'later', cause })
  })
  ready.catch(() => {})
  let alive = true
  let lastId = 0
  worker.on('exit', () => {
    alive = false
  })
  // Without a listener an error between two tasks would end the whole process.
  worker.on('error', () => {
    alive = false
  })
  return {
    get alive() {
      return alive
    },
    async run(name, input) {
      worker.ref()
      try {
        await ready
        return (await runOne(worker, { id: ++lastId, name, input } as TaskMessage, deadlineMs)) as never
      } catch (error) {
        if (isFatal(error)) {
          alive = false
          await worker.terminate()
        }
        throw error
      } finally {
        worker.unref()
      }
    },
    close: () => worker.terminate(),
  }
}

const isFatal = (error: unknown): boolean => error instanceof StageError && (error.code === 'PARSE_TIMEOUT' || error.code === 'PARSE_OUT_OF_MEMORY')

function runOne(worker: Worker, task: TaskMessage, deadlineMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      settle()
    }
    const timer = setTimeout(() => end(() => reject(overrun(deadlineMs))), deadlineMs)
    const onMessage = (answer: TaskAnswer) => {
      if (answer.id === task.id) end(() => (answer.ok ? resolve(answer.output) : reject(errorOf(answer.error))))
    }
    const onError = (error: unknown) => end(() => reject(crash(error)))
    const onExit = () => end(() => reject(new StageError('PARSE_STOPPED', 'The reader thread ended.', { retry: 'later' })))
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(task)
  })
}

function overrun(deadlineMs: number): StageError {
  return new StageError('PARSE_TIMEOUT', `It could not be parsed within ${deadlineMs / 1000} s.`, { retry: 'never' })
}

function crash(error: unknown): StageError {
  const outOfMemory = (error as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY'
  if (outOfMemory) return new StageError('PARSE_OUT_OF_MEMORY', 'Parsing it takes more memory than is allowed.', { retry: 'never' })
  return new StageError('PARSE_FAILED', 'The reader thread failed.', { retry: 'never', cause: error })
}

function errorOf(error: Extract<TaskAnswer, { ok: false }>['error']): StageError {
  if ('unexpected' in error) return new StageError('PARSE_FAILED', `It could not be parsed: ${error.unexpected}`, { retry: 'never' })
  return new StageError(error.code, error.message, { retry: error.retry })
}
