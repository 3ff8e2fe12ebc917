import { withAdmin } from './admin.ts'

/** The rows of a query as JSON has them: days and instants as text, big numbers as numbers. For looking into a database from a test. */
export function queryRows<Row = Record<string, unknown>>(connectionString: string, query: string): Promise<Row[]> {
  return withAdmin(connectionString, async (client) => {
    const { rows } = await client.query<{ row: Row }>(`select to_jsonb(q) as row from (${query}) q`)
    return rows.map(({ row }) => row)
  })
}
