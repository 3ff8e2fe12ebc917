import { StageError } from '@tipwire/domain'
import type { TaskName, Tasks } from './tasks.ts'
import { type Idle, openThread } from './thread.ts'

export type Reader = AsyncDisposable & {
  /** Has a thread do one task. Throws the task's StageError, or PARSE_TIMEOUT, PARSE_OUT_OF_MEMORY or PARSE_FAILED, none of which is worth another try. */
  read<Name extends TaskName>(name: Name, input: Tasks[Name]['input']): Promise<Tasks[Name]['output']>
}

const MAX_HEAP_MB = 512

/** A pool of threads that parse what strangers wrote. A task that overruns its deadline, or eats its memory, dies with its thread; a fresh one takes over. */
export function openReader({ threads, parseDeadlineMs }: { threads: number; parseDeadlineMs: number }): Reader {
  const idle: Idle[] = []
  const waiting: ((thread: Idle) => void)[] = []
  const all = new Set<Idle>()
  let closed = false

  const open = (): Idle => {
    const thread = openThread({ deadlineMs: parseDeadlineMs, maxHeapMb: MAX_HEAP_MB })
    all.add(thread)
    return thread
  }
  const take = (): Promise<Idle> | Idle => {
    for (let thread = idle.pop(); thread; thread = idle.pop()) {
      if (thread.alive) return thread
      all.delete(thread)
    }
    return all.size < threads ? open() : new Promise((resolve) => waiting.push(resolve))
  }
  const give = (thread: Idle): void => {
    if (!thread.alive) all.delete(thread)
    const next = waiting.shift()
    if (next) next(thread.alive ? thread : open())
    else if (thread.alive) idle.push(thread)
  }

  return {
    async read(name, input) {
      if (closed) throw new StageError('PARSE_STOPPED', 'The reader is stopping.', { retry: 'later' })
      const thread = await take()
      try {
        return await thread.run(name, input)
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
