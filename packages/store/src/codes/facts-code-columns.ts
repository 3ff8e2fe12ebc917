import type { CodeColumn } from './code-columns.ts'

/** The columns of codes in schema `facts`. */
export const factsCodeColumns: readonly CodeColumn[] = []
