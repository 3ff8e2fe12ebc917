import type { Stage } from '@tipwire/domain'

/** One stage: what its ids name, how many ids travel in a job, how many jobs one process works on at once, and where its rows may go next. */
export type StageSpec = Readonly<{
  stage: Stage
  takes: 'source' | 'item' | 'document'
  /** Ids per job: many where the work on one is short. */
  batch: number
  /** Jobs at once in one process. */
  concurrency: number
  /** A row that was started this often and never came to an end kills its worker: quarantine. Lower where hostile text is parsed. */
  maxStarts: number
  next: readonly Stage[]
  /** True when the work would block the loop that renews locks, and so runs in threads. */
  cpu: boolean
}>

/** The whole pipeline. Queues, workers, the reconciler, metrics and the README all follow this table. */
export const pipeline: readonly StageSpec[] = [
  { stage: 'poll', takes: 'source', batch: 1, concurrency: 8, maxStarts: 10, next: ['fetch'], cpu: false },
  { stage: 'poll-browser', takes: 'source', batch: 1, concurrency: 1, maxStarts: 10, next: ['fetch'], cpu: false },
  { stage: 'fetch', takes: 'item', batch: 1, concurrency: 8, maxStarts: 5, next: ['deduplicate'], cpu: false },
  { stage: 'deduplicate', takes: 'document', batch: 20, concurrency: 2, maxStarts: 3, next: ['extract'], cpu: false },
  { stage: 'extract', takes: 'document', batch: 10, concurrency: 4, maxStarts: 3, next: ['resolve'], cpu: true },
  { stage: 'resolve', takes: 'document', batch: 20, concurrency: 1, maxStarts: 5, next: ['publish'], cpu: false },
  { stage: 'publish', takes: 'document', batch: 100, concurrency: 1, maxStarts: 10, next: [], cpu: false },
]

const byStage = new Map(pipeline.map((spec) => [spec.stage, spec]))

/** The row of the table for a stage. */
export function stageSpec(stage: Stage): StageSpec {
  const spec = byStage.get(stage)
  if (!spec) throw new Error(`No stage ${stage} in the pipeline.`)
  return spec
}
