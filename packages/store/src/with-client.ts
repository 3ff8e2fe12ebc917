import pg from 'pg'

/** Runs `act` on one connection of its own and closes it. */
export async function withClient<T>(connectionString: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, application_name: 'tipwire setup', connectionTimeoutMillis: 10_000 })
  // The query under way fails when the server ends the connection; without a listener the process would end.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}
