import type { codeLists } from '@tipwire/domain'

/** A column whose values are codes: of a list of domain, or of `allowed`. `array`: every element is one. NULL stays allowed unless the column forbids it. */
export type CodeColumn = { table: `${string}.${string}`; column: string; array?: true } & ({ list: keyof typeof codeLists } | { allowed: readonly string[] })
