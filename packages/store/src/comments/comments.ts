import type { codeLists } from '@tipwire/domain'
import { factsComments } from './facts.ts'
import { pipelineComments } from './pipeline.ts'

/** A column's words, or words and the list whose codes are its values: the codes are written out behind the words. */
export type ColumnComment = string | { text: string; codes: keyof typeof codeLists }
export type TableComment = { comment: string; columns: Readonly<Record<string, ColumnComment>> }

/** The comment of every public view and column, by `schema.name`. */
export const comments: Readonly<Record<string, TableComment>> = { ...pipelineComments, ...factsComments }
