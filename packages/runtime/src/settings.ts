import { UsageError } from '@tipwire/domain'
import type { z } from 'zod'

/** Reads settings from the environment by a schema. Empty variables count as absent. Throws one UsageError that lists every mistake. */
export function readSettings<Schema extends z.ZodType>(schema: Schema, env: Record<string, string | undefined>): z.infer<Schema> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const read = schema.safeParse(given)
  if (read.success) return read.data
  const mistakes = read.error.issues.map((issue) => `  ${issue.path.join('.') || 'settings'}: ${plainWords(issue, given)}`)
  throw new UsageError(`${mistakes.length === 1 ? 'A setting is' : `${mistakes.length} settings are`} wrong:\n${mistakes.join('\n')}`)
}

function plainWords(issue: z.core.$ZodIssue, given: Record<string, unknown>): string {
  const missing = issue.path.length > 0 && !(String(issue.path[0]) in given)
  if (!missing && issue.code === 'invalid_type' && /number|int/.test(issue.expected)) return 'must be a whole number'
  return missing ? 'is needed and not set' : issue.message
}
