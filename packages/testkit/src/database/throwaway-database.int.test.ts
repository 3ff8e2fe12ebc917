import { expect, test } from 'vitest'
import { withAdmin } from './admin.ts'
import { serverVariable, throwawayDatabase } from './throwaway-database.ts'

const names = 'select count(*)::int as count from pg_database where datname = $1'

test('a throwaway database is migrated, empty, its own, and gone afterwards', async () => {
  const first = await throwawayDatabase()
  await using second = await throwawayDatabase()
  expect(first.name).not.toBe(second.name)
  const [row] = await withAdmin(first.connectionString, async (client) => (await client.query('select count(*)::int as count from pipeline.work')).rows)
  expect(row).toEqual({ count: 0 })
  await first[Symbol.asyncDispose]()
  const server = String(process.env[serverVariable])
  expect(await withAdmin(server, async (client) => (await client.query(names, [first.name])).rows[0].count)).toBe(0)
  expect(await withAdmin(server, async (client) => (await client.query(names, [second.name])).rows[0].count)).toBe(1)
})

test('a bare database has no schema of ours', async () => {
  await using bare = await throwawayDatabase({ migrated: false })
  const schemas = await withAdmin(bare.connectionString, async (client) => (await client.query("select 1 from pg_namespace where nspname = 'tipwire'")).rows)
  expect(schemas).toEqual([])
})
