import type { z } from 'zod'

/** What is wrong with a parameter, for people: the words of zod speak of types. */
export function plainWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return /number|int/.test(issue.expected) ? 'should be a whole number' : issue.message
    case 'too_small':
      return issue.origin === 'string' ? 'is empty' : `should be at least ${issue.minimum}`
    case 'too_big':
      return issue.origin === 'string' ? 'is too long' : `should be at most ${issue.maximum}`
    case 'invalid_value':
      return `is one of ${issue.values.join(', ')}`
    case 'unrecognized_keys':
      return `there is no parameter ${issue.keys.join(', ')}`
    default:
      return issue.message
  }
}
