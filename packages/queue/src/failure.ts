import { StageError } from '@tipwire/domain'
import { describeError } from '@tipwire/runtime'

/** What is written down about a failure. Messages of our own errors hold no text of documents; of other errors only kind and place are kept. */
export function failureOf(error: unknown): { code: string; message: string } {
  return error instanceof StageError ? { code: error.code, message: error.message } : { code: 'UNEXPECTED', message: describeError(error) }
}
