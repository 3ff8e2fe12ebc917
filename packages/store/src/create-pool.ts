import pg from 'pg'

export type StoreOptions = {
  connectionString: string
  /** Most connections at once; 4 when left out. */
  max?: number
  /** Shown in `pg_stat_activity`. */
  applicationName?: string
}

const oid = { int8: 20, textArray: 1009, int8Array: 1016, date: 1082, dateArray: 1182, numericArray: 1231, numeric: 1700 }
const texts = pg.types.getTypeParser(oid.textArray as number, 'text') as (text: string) => string[]
const numbers = (text: string) => texts(text).map(Number)

// Counts and cursors stay far below 2^53; a date is a day without a zone, so no Date object may carry it.
const parsers: Record<number, (text: string) => unknown> = {
  [oid.int8]: Number,
  [oid.numeric]: Number,
  [oid.date]: (text) => text,
  [oid.int8Array]: numbers,
  [oid.numericArray]: numbers,
  [oid.dateArray]: texts,
}

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
    types: { getTypeParser: ((type: number, format: 'text') => parsers[type] ?? pg.types.getTypeParser(type, format)) as (type: number) => Parser },
  })
  // A connection that the server ends, idle or in use, shows in the next query; without listeners it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return pool
}
