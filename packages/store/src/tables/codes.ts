import type { ColumnType } from 'kysely'

type Instant = ColumnType<Date, Date | string | undefined, Date | string>

export interface CodeTables {
  'pipeline.codes': { list: string; code: string; label: string; definition: string; position: number }
  'pipeline.store_state': { key: string; value: string; at: Instant }
  'tipwire.codes': { list: string; code: string; label: string; definition: string }
}
