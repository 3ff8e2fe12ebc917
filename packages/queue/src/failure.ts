import { StageError } from '@tipwire/domain'

/** An unexpected error: no code of ours. */
export const UNEXPECTED = 'UNEXPECTED'

/**
 * What may be written down about a failure. Messages of our own errors hold no text of documents; those of others may (a JSON parser quotes its input),
 * so of those only the kind, the code and the place remain.
 */
export function failureOf(error: unknown): { code: string; message: string } {
  if (error instanceof StageError) return { code: error.code, message: error.message }
  if (!(error instanceof Error)) return { code: UNEXPECTED, message: `a thrown ${typeof error}` }
  const { code } = error as { code?: unknown }
  const place = /^\s+at .*?\(?((?:file:\/\/)?\/[^\s()]+:\d+:\d+)\)?$/m.exec(error.stack ?? '')?.[1]
  const kind = typeof code === 'string' ? `${error.name} ${code}` : error.name
  return { code: UNEXPECTED, message: place ? `${kind} at ${place.replace(/^.*?\/(packages|services|node_modules)\//, '$1/')}` : kind }
}
