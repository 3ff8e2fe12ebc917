/** The stages that a row can wait for. Queues have the same names. */
export const stages = ['poll', 'poll-browser', 'fetch', 'deduplicate', 'extract', 'resolve', 'publish'] as const
export type Stage = (typeof stages)[number]

/** One row of the ledger that a worker has started; `fence` proves that no later start has taken it over. */
export type Work = Readonly<{ stage: Stage; id: string; fence: number }>

/** Where a finished row sends the work next. */
export type Next = Readonly<{ stage: Stage; id: string }>

/** Done: pass on. Skipped: a known, harmless reason; it ends here. A thrown error is retried unless it says never. */
export type Outcome = Readonly<{ kind: 'done'; next: readonly Next[] } | { kind: 'skipped'; reason: string }>
