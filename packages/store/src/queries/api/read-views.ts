import { sql } from 'kysely'
import type { Db } from '../../database.ts'
import type { ViewReader } from './views.ts'

type ReadOptions = Readonly<{
  /** Readers get no quotes, analysts the redacted ones. */
  role?: 'tipwire_reader' | 'tipwire_analyst'
  timeoutMs?: number
}>

const SECOND = 1000

/**
 * Runs reads on one unchanging picture of the public views, with the rights of `role` whatever the connection may do, and
 * with a limit on each statement (SQLSTATE 57014 when it is passed).
 */
export function readViews<T>(
  db: Db,
  read: (views: ViewReader) => Promise<T>,
  { role = 'tipwire_analyst', timeoutMs = 5 * SECOND }: ReadOptions = {},
): Promise<T> {
  const transaction = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return transaction.execute(async (tx) => {
    await sql`select set_config('role', ${role}, true), set_config('statement_timeout', ${String(timeoutMs)}, true)`.execute(tx)
    return read(tx as unknown as ViewReader)
  })
}
