import type pg from 'pg'

/** `bullmq` belongs to the service, because BullMQ makes its own tables there; all else belongs to the owner, who never logs in. */
const schemas = { restricted: 'tipwire_owner', pipeline: 'tipwire_owner', facts: 'tipwire_owner', tipwire: 'tipwire_owner', bullmq: 'tipwire_service' } as const

/** Makes the schemas that are missing. Two callers at once wait for each other. */
export async function ensureSchemas(client: pg.Client): Promise<void> {
  await client.query('begin')
  try {
    await client.query(`select pg_advisory_xact_lock(hashtext('tipwire schemas'))`)
    const held = await client.query<{ nspname: string }>('select nspname from pg_namespace')
    const names = new Set(held.rows.map((row) => row.nspname))
    for (const [name, owner] of Object.entries(schemas)) if (!names.has(name)) await client.query(`create schema ${name} authorization ${owner}`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
