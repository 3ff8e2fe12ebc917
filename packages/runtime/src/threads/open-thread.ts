import { Worker } from 'node:worker_threads'
import { StageError } from '@tipwire/domain'
import { describeError } from '../describe-error.ts'
import { MINUTE } from '../time.ts'
import type { ThreadAnswer, ThreadOptions } from './types.ts'

/** One thread, which does one task at a time. `alive` is false once it has ended; then it takes no more. */
export type Thread = { readonly alive: boolean; run(input: unknown): Promise<unknown>; close(): Promise<unknown> }

const LOAD_LIMIT = 2 * MINUTE
/** A thread that uses no processor time is given up after this many deadlines. */
const PATIENCE = 10

export function openThread(options: ThreadOptions): Thread {
  const worker = new Worker(options.script, { resourceLimits: { maxOldGenerationSizeMb: options.maxHeapMb } })
  worker.unref()
  let alive = true
  let lastId = 0
  let loaded = false
  worker.on('message', (answer: ThreadAnswer) => {
    loaded ||= answer.ready === true
  })
  // Without a listener an error between two tasks would end the whole process.
  for (const event of ['exit', 'error'] as const)
    worker.on(event, () => {
      alive = false
    })

  async function end(): Promise<void> {
    alive = false
    await worker.terminate()
  }

  return {
    get alive() {
      return alive
    },
    async run(input) {
      worker.ref()
      try {
        const id = ++lastId
        return await exchange({ worker, options, id, input, loaded })
      } catch (error) {
        if (!(error instanceof TaskFailure)) await end()
        throw error instanceof TaskFailure ? error.reason : error
      } finally {
        worker.unref()
      }
    },
    close: end,
  }
}

/** The task failed in an orderly way: the thread lives on. */
class TaskFailure extends Error {
  override name = 'TaskFailure'
  readonly reason: StageError
  constructor(reason: StageError) {
    super(reason.message)
    this.reason = reason
  }
}

type Exchange = { worker: Worker; options: ThreadOptions; id: number; input: unknown; loaded: boolean }

function exchange({ worker, options: { deadlineMs, codes }, id, input, loaded }: Exchange): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout
    let isOver = false
    const settle = (act: () => void) => {
      isOver = true
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      act()
    }
    let isLoaded = loaded
    const onMessage = (answer: ThreadAnswer) => {
      if (answer.ready) begin()
      else if (answer.id === id) settle(() => (answer.ok ? resolve(answer.output) : reject(new TaskFailure(failure(answer.error, codes)))))
    }
    const onError = (error: unknown) => settle(() => reject(isLoaded ? crash(error, codes) : notLoaded(error, codes)))
    const onExit = () => settle(() => reject(new StageError(codes.stopped, 'The thread ended.', { retry: 'later' })))
    const begin = () => {
      isLoaded = true
      clearTimeout(timer)
      const left = budget(worker, deadlineMs)
      const check = async () => {
        const leftMs = await left()
        if (isOver) return
        if (leftMs <= 0) settle(() => reject(overrun(deadlineMs, codes)))
        else timer = setTimeout(check, leftMs)
      }
      timer = setTimeout(check, deadlineMs)
      worker.postMessage({ id, input })
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    if (loaded) begin()
    else
      timer = setTimeout(
        () => settle(() => reject(new StageError(codes.stopped, `The thread did not load within ${LOAD_LIMIT / 1000} s.`, { retry: 'later' }))),
        LOAD_LIMIT,
      )
  })
}

/** Milliseconds of processor time that are left to the thread, from now on. A busy machine makes it slow; that is no fault of the text. */
function budget(worker: Worker, deadlineMs: number): () => Promise<number> {
  const nothing = { user: 0, system: 0 }
  const since = Date.now()
  const before = worker.cpuUsage().catch(() => nothing)
  return async () => {
    const { user, system } = await worker.cpuUsage(await before).catch(() => nothing)
    return Date.now() - since > PATIENCE * deadlineMs ? 0 : deadlineMs - (user + system) / 1000
  }
}

function overrun(deadlineMs: number, codes: ThreadOptions['codes']): StageError {
  return new StageError(codes.timeout, `It took longer than ${deadlineMs / 1000} s.`, { retry: 'never' })
}

/** That the modules do not load is no fault of the task. */
function notLoaded(cause: unknown, codes: ThreadOptions['codes']): StageError {
  return new StageError(codes.stopped, `The thread could not load its modules: ${describeError(cause)}.`, { retry: 'later', cause })
}

function crash(error: unknown, codes: ThreadOptions['codes']): StageError {
  if ((error as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new StageError(codes.outOfMemory, 'It takes more memory than is allowed.', { retry: 'never' })
  return new StageError(codes.failed, 'The thread failed.', { retry: 'never', cause: error })
}

function failure(error: Extract<ThreadAnswer, { ok: false }>['error'], codes: ThreadOptions['codes']): StageError {
  if ('unexpected' in error) return new StageError(codes.failed, error.unexpected, { retry: 'never' })
  return new StageError(error.code, error.message, { retry: error.retry })
}
