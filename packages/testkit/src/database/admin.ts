import { Client } from 'pg'

/** Runs `work` on one connection to the server's `postgres` database and closes it. */
export async function withAdmin<T>(serverUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const url = new URL(serverUrl)
  if (url.pathname.length <= 1) url.pathname = '/postgres'
  const client = new Client({ connectionString: url.href })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
