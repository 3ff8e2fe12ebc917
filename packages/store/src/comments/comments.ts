import { factsComments } from './facts.ts'
import { pipelineComments } from './pipeline.ts'
import type { TableComment } from './types.ts'

/** The comment of every public view and column, by `schema.name`. */
export const comments: Readonly<Record<string, TableComment>> = { ...pipelineComments, ...factsComments }
