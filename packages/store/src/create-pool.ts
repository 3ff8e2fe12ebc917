import pg from 'pg'

export type StoreOptions = {
  connectionString: string
  /** Most connections at once; 4 when left out. */
  max?: number
  /** Shown in `pg_stat_activity`. */
  applicationName?: string
}

const DATE = 1082
const INT8 = 20
const NUMERIC = 1700

// Counts and cursors stay far below 2^53; a date is a day without a zone, so no Date object may carry it.
const parsers: Record<number, (text: string) => unknown> = { [DATE]: (text) => text, [INT8]: Number, [NUMERIC]: Number }

type Parser = (value: string) => unknown

/** A pool that reads bigint and numeric as numbers, days as `YYYY-MM-DD` and instants as Date. */
export function createPool({ connectionString, max = 4, applicationName = 'tipwire' }: StoreOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: applicationName,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    types: { getTypeParser: ((oid: number, format: 'text') => parsers[oid] ?? pg.types.getTypeParser(oid, format)) as (oid: number) => Parser },
  })
  // A connection that the server ends, idle or in use, shows in the next query; without listeners it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return pool
}
