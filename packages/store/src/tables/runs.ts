import type { ColumnType } from 'kysely'

export interface RunTables {
  'pipeline.runs': {
    run_id: string
    service: string
    version: string
    started_at: ColumnType<Date, Date | string | undefined, Date | string>
    withdrawn_at: Date | null
  }
}
