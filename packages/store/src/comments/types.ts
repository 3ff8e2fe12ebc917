import type { codeLists } from '@tipwire/domain'

/** A column's words, or words and the list whose codes are its values: the codes are written out behind the words. */
export type ColumnComment = string | { text: string; codes: keyof typeof codeLists }
export type TableComment = { comment: string; columns: Readonly<Record<string, ColumnComment>> }
