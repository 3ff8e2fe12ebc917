export { redactor } from './redactor.ts'
export type { Field, KnownSpan, Redactor, RedactorInput, RoleToken } from './types.ts'
