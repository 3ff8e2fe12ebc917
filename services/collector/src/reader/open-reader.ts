import { openThreads } from '@tipwire/runtime'
import type { Task, TaskName, Tasks } from './tasks.ts'

export type Reader = AsyncDisposable & {
  /** Has a thread do one task. Throws the task's StageError, or PARSE_TIMEOUT, PARSE_OUT_OF_MEMORY or PARSE_FAILED, none of which is worth another try. */
  read<Name extends TaskName>(name: Name, input: Tasks[Name]['input']): Promise<Tasks[Name]['output']>
}

const MAX_HEAP_MB = 512
const codes = { timeout: 'PARSE_TIMEOUT', outOfMemory: 'PARSE_OUT_OF_MEMORY', failed: 'PARSE_FAILED', stopped: 'PARSE_STOPPED' }

/** Parsers in threads with a hard deadline: what a stranger wrote can block or kill a thread, never this process. */
export function openReader({ threads: count, parseDeadlineMs }: { threads: number; parseDeadlineMs: number }): Reader {
  const script = new URL('./reader-thread.ts', import.meta.url)
  const threads = openThreads<Task, unknown>({ script, count, deadlineMs: parseDeadlineMs, maxHeapMb: MAX_HEAP_MB, codes })
  return {
    // The pair of name and input is one of Task, and the thread answers with what Tasks says; TypeScript cannot follow that through a message.
    read: async (name, input) => (await threads.run({ name, input } as Task)) as never,
    [Symbol.asyncDispose]: () => threads[Symbol.asyncDispose](),
  }
}
