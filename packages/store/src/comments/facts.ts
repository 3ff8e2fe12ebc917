import type { TableComment } from './comments.ts'

/** Comments of the views over facts. */
export const factsComments: Readonly<Record<string, TableComment>> = {}
