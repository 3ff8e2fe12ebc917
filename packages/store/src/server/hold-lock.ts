import pg from 'pg'

/**
 * Holds a named lock of a database for as long as the connection lives, so that only one process does a thing; null when another one holds it.
 * Nothing stays behind when the process is killed: the server sees the connection go. `onLost` is told when the connection ends before its time.
 */
export async function holdLock({
  connectionString,
  name,
  onLost,
}: {
  connectionString: string
  name: string
  onLost?: () => void
}): Promise<AsyncDisposable | null> {
  const client = new pg.Client({ connectionString, application_name: 'tipwire lock', keepAlive: true })
  let held = false
  client.on('error', () => undefined)
  client.on('end', () => {
    if (held) onLost?.()
  })
  await client.connect()
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock(hashtext($1)) as locked', [name])
  held = rows[0]?.locked === true
  const release = async () => {
    held = false
    await client.end()
  }
  if (held) return { [Symbol.asyncDispose]: release }
  await release()
  return null
}
