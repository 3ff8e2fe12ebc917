/** One measured workload: the same work by us and by a peer, each run in a process of its own. */
export type Bench = Readonly<{
  name: string
  workload: (size: number) => string
  peer: string
  unit: string
  /** Documents, feeds or rows of one run. */
  size: { full: number; short: number }
  /** The ratio that is promised. */
  goal: number
  /** Modules that export `run(input: RunInput): Promise<number>`; more is better. */
  ours: URL
  theirs: URL
  /** Brings up what both sides share, and gives what one run of a side needs. */
  prepare: (size: number) => Promise<AsyncDisposable & { inputOf: (side: Side) => Promise<AsyncDisposable & { input: RunInput }> }>
}>

export type Side = 'ours' | 'peer'

/** What a run is given: plain values, because it crosses into another process. */
export type RunInput = Readonly<Record<string, unknown>>
