import { type ReadableDocument, StageError } from '@tipwire/domain'
import { openThreads } from '@tipwire/runtime'
import type { ExtractorSettings } from './config.ts'
import type { ReadAndTold } from './read-and-tell.ts'

/** Reads one document. Throws READ_TIMEOUT, READ_OUT_OF_MEMORY, READ_TOO_LONG or READ_FAILED, none of which is worth another try. */
export type Read = (document: ReadableDocument) => Promise<ReadAndTold>

const codes = { timeout: 'READ_TIMEOUT', outOfMemory: 'READ_OUT_OF_MEMORY', failed: 'READ_FAILED', stopped: 'READ_STOPPED' }

/** The reader in threads with a hard deadline: hostile text can block or kill a thread, never this process. `script` stands in for the real reader in tests. */
export function openReader(settings: ExtractorSettings, script = new URL('./reader-thread.ts', import.meta.url)): AsyncDisposable & { read: Read } {
  const { threads: count, deadlineMs, maxHeapMb, maxLength } = settings
  const threads = openThreads<ReadableDocument, ReadAndTold>({ script, count, deadlineMs, maxHeapMb, codes })
  return {
    async read(document) {
      const length = document.title.length + document.text.length
      if (length > maxLength) throw new StageError('READ_TOO_LONG', `The text is ${length} characters long; at most ${maxLength} are read.`, { retry: 'never' })
      return await threads.run(document)
    },
    [Symbol.asyncDispose]: () => threads[Symbol.asyncDispose](),
  }
}
