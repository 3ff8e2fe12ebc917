import { StageError, UsageError } from '@tipwire/domain'

const systemErrors: Readonly<Record<string, (error: NodeJS.ErrnoException) => string>> = {
  ENOENT: (error) => `there is no file ${error.path ?? 'of that name'}.`,
  EISDIR: () => 'that is a folder, not a file.',
  EACCES: (error) => `no right to open ${error.path ?? 'that file'}.`,
  ECONNREFUSED: () => 'nothing answers there. Is Tipwire running? Start it with "tipwire up" (or "npm start"), or set DATABASE_URL.',
  '57014': () => 'this took too long. Narrow the question, or give it more time with --timeout.',
  // What is no question cannot stand where a cursor wants one.
  '42601': (error) => `${error.message}. One question at a time, and questions only: select …`,
  ENOTFOUND: (error) => `${error.message}. Is the address right?`,
  '42501': (error) => `${error.message}. Only the views of schema tipwire can be asked: incidents, events, statistics, reports, evidence, changes, sources.`,
  '42P01': (error) => `${error.message}. The views are tipwire.incidents, events, statistics, reports, evidence, changes and sources.`,
  '28P01': () => 'the database refuses this password. Check DATABASE_URL.',
  '3D000': (error) => `${error.message}. Check DATABASE_URL.`,
}

const stageHints: Readonly<Record<string, string>> = {
  FETCH_PRIVATE_ADDRESS: ' When it is a machine of your own, add --allow-private.',
}

/** An error as one plain line that says what to do; `usage` when the call itself was wrong. */
export function explain(error: unknown): { text: string; usage: boolean } {
  if (error instanceof UsageError) return { text: error.message, usage: true }
  if (error instanceof StageError) return { text: `${error.message} (${error.code})${stageHints[error.code] ?? ''}`, usage: false }
  if (!(error instanceof Error)) return { text: String(error), usage: false }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const known = systemErrors[code]
  if (known) return { text: known(error), usage: code === 'ENOENT' || code === 'EISDIR' }
  if (process.env.TIPWIRE_DEBUG) return { text: error.stack ?? error.message, usage: false }
  return { text: error.message || error.name, usage: false }
}
