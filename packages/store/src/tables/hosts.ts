import type { ColumnType } from 'kysely'

type Instant = ColumnType<Date, Date | string | undefined, Date | string>
type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

export interface HostTables {
  'pipeline.hosts': {
    /** Name and, where it is not the usual one, port. */
    host: string
    /** The next request may start then. */
    next_at: Instant
    /** A request is under way, at the longest until then. */
    busy_until: Instant
    /** The last place that was given to those who came too early. */
    line_ends_at: Instant
    /** Null: never read, or it could not be had. */
    robots: string | null
    robots_status: number | null
    robots_fetched_at: MaybeInstant
  }
}
