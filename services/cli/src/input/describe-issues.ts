import type { z } from 'zod'

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object { … }',
}

/** What is wrong, in one line of plain words: `published_at: is missing; text: should be a text`. */
export function describeIssues(error: z.ZodError): string {
  return error.issues.map((issue) => (issue.path.length > 0 ? `${issue.path.join('.')}: ${plainWords(issue)}` : plainWords(issue))).join('; ')
}

// Issues of zod do not carry the value; that nothing was there is only in their words.
const MISSING = /received undefined$/

function plainWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return MISSING.test(issue.message) ? 'is missing' : `should be ${kinds[issue.expected] ?? issue.expected}`
  if (issue.code === 'invalid_value') return `is one of ${issue.values.join(', ')}`
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'is empty' : `should be at least ${issue.minimum}`
  if (issue.code === 'invalid_format') return formats[issue.format] ?? `${issue.message.replace(/^Invalid string: /, '')}`
  return issue.message
}

const formats: Readonly<Record<string, string>> = {
  datetime: 'is no instant with its offset, such as 2024-07-21T07:51:00+05:30',
  url: 'is no web address; it should begin with https://',
}
