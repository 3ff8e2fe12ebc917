import { StageError } from '@tipwire/domain'
import { openThread, type Thread } from './open-thread.ts'
import type { ThreadOptions } from './types.ts'

export type Threads<Input, Output> = AsyncDisposable & {
  /** Has a thread do one task. Throws the task's own StageError, or one with the pool's codes, none of which (but `stopped`) is worth another try. */
  run(input: Input): Promise<Output>
}

/** A pool of long-lived threads for work that is heavy or may never end. A task that overruns its deadline or its memory dies with its thread; a fresh one takes over. */
export function openThreads<Input, Output>({ count, ...options }: ThreadOptions & { count: number }): Threads<Input, Output> {
  const all = new Set<Thread>()
  const idle: Thread[] = []
  const waiting: ((thread: Thread) => void)[] = []
  let closed = false

  function open(): Thread {
    const thread = openThread(options)
    all.add(thread)
    return thread
  }

  function take(): Thread | Promise<Thread> {
    for (let thread = idle.pop(); thread; thread = idle.pop()) {
      if (thread.alive) return thread
      all.delete(thread)
    }
    return all.size < count ? open() : new Promise((resolve) => waiting.push(resolve))
  }

  function give(thread: Thread): void {
    if (!thread.alive) all.delete(thread)
    const next = waiting.shift()
    if (next) next(thread.alive ? thread : open())
    else if (thread.alive) idle.push(thread)
  }

  return {
    async run(input) {
      if (closed) throw new StageError(options.codes.stopped, 'The threads are stopping.', { retry: 'later' })
      const thread = await take()
      try {
        return (await thread.run(input)) as Output
      } finally {
        give(thread)
      }
    },
    async [Symbol.asyncDispose]() {
      closed = true
      await Promise.all([...all].map((thread) => thread.close()))
    },
  }
}
