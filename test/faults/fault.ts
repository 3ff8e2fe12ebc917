import type { Engine } from '../pipeline/harness/engines.ts'

/** What a fault is given: where the queues lie, and how much to do. */
export type FaultInput = Readonly<{ engine: Engine; seed: number; short: boolean; say: (line: string) => void }>

/** What came of it, in the shape that `--json` prints beside name, engine and seed. `recovered_s`: from the last blow to a drained pipeline. */
export type FaultResult = Readonly<{
  injected: number
  inputs: number
  lost: number
  duplicated: number
  dead: number
  recovered_s: number
  details: readonly string[]
}>

/** A fault test: it harms the running pipeline, lets it drain, and settles the accounts. `limit_s` is what may pass until it has recovered. */
export type Fault = Readonly<{ name: string; what: string; engines: readonly Engine[]; limit_s: number; run: (input: FaultInput) => Promise<FaultResult> }>
