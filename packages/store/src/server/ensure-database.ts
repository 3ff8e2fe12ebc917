import pg from 'pg'
import { withClient } from '../with-client.ts'

/** Makes the database when the server has none of that name: UTF8, whatever the server's default. Returns its connection string. */
export async function ensureDatabase({
  connectionString,
  name,
}: {
  connectionString: string
  name: string
}): Promise<{ connectionString: string; created: boolean }> {
  const created = await withClient(connectionString, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)} encoding 'UTF8' template template0`)
    return rowCount === 0
  })
  return { connectionString: databaseUrl(connectionString, name), created }
}

/** Drops the database with all that is in it, whoever is still connected. */
export async function dropDatabase({ connectionString, name }: { connectionString: string; name: string }): Promise<void> {
  await withClient(connectionString, (client) => client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`))
}

/** The same server and user, another database. */
export function databaseUrl(connectionString: string, name: string): string {
  const url = new URL(connectionString)
  url.pathname = `/${name}`
  return url.href
}
