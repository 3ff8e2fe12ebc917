import type { Stage } from '@tipwire/domain'
import type { ColumnType, Generated } from 'kysely'

export type WorkState = 'waiting' | 'done' | 'skipped' | 'quarantined'

type Instant = ColumnType<Date, Date | string | undefined, Date | string>
type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

export interface WorkTables {
  'pipeline.work': {
    stage: Stage
    id: string
    state: Generated<WorkState>
    since: Instant
    not_before: Instant
    queued_at: MaybeInstant
    starts: Generated<number>
    attempts: Generated<number>
    fence: Generated<number>
    error_code: string | null
    error_message: string | null
    reason: string | null
    run_id: string | null
    finished_at: MaybeInstant
  }
}
