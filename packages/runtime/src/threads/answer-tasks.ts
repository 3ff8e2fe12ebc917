import { parentPort } from 'node:worker_threads'
import { StageError } from '@tipwire/domain'
import { describeError } from '../describe-error.ts'
import type { ThreadAnswer, ThreadTask } from './types.ts'

/** The thread's side of `openThreads`: answers each task with what `work` returns or throws. Call it last, when all modules are loaded. */
export function answerTasks<Input, Output>(work: (input: Input) => Output | Promise<Output>): void {
  const port = parentPort
  if (!port) throw new Error('answerTasks is for worker threads.')
  const send = (answer: ThreadAnswer) => port.postMessage(answer)
  port.on('message', ({ id, input }: ThreadTask) => {
    void (async () => {
      try {
        send({ id, ok: true, output: await work(input as Input) })
      } catch (error) {
        send({ id, ok: false, error: toSend(error) })
      }
    })()
  })
  send({ ready: true })
}

function toSend(error: unknown): Extract<ThreadAnswer, { ok: false }>['error'] {
  if (error instanceof StageError) return { code: error.code, message: error.message, retry: error.retry }
  return { unexpected: describeError(error) }
}
