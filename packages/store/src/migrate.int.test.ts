import { throwawayDatabase } from '@tipwire/testkit'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'

async function query<T extends pg.QueryResultRow>(connectionString: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

describe('migrate', () => {
  it('runs each migration once, also when many processes and databases of one server begin at the same time', async () => {
    await using databases = new AsyncDisposableStack()
    const bare = await Promise.all([1, 2, 3].map(async () => databases.use(await throwawayDatabase({ migrated: false }))))
    const results = await Promise.all([...bare, ...bare].map(({ connectionString }) => migrate({ connectionString })))
    const applied = results.flatMap((result) => result.applied).sort()
    expect(applied).toEqual(Object.keys(migrations).flatMap((name) => [name, name, name]))
  })

  it('changes nothing the second time', async () => {
    await using database = await throwawayDatabase()
    expect(await migrate(database)).toEqual({ applied: [] })
  })

  it('refuses a store that holds a code which domain has lost', async () => {
    await using database = await throwawayDatabase()
    await query(database.connectionString, `insert into pipeline.codes values ('measure', 'bewitched', 'bewitched', 'An invented code.', 99)`)
    await query(database.connectionString, 'delete from pipeline.store_state')
    await expect(migrate(database)).rejects.toThrow('measure:bewitched')
  })

  it('widens a check when its list has grown', async () => {
    await using database = await throwawayDatabase()
    const { connectionString } = database
    await query(connectionString, `alter table pipeline.documents drop constraint availability_is_a_code`)
    await query(connectionString, `alter table pipeline.documents add constraint availability_is_a_code check (availability in ('live'))`)
    await query(connectionString, `comment on constraint availability_is_a_code on pipeline.documents is 'live'`)
    await query(connectionString, 'delete from pipeline.store_state')
    await migrate(database)
    const [check] = await query<{ text: string }>(
      connectionString,
      `select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'availability_is_a_code' and conrelid = 'pipeline.documents'::regclass`,
    )
    expect(check?.text).toContain('withdrawn')
  })

  it('needs no superuser', async () => {
    await using database = await throwawayDatabase({ migrated: false })
    const manager = `${database.name}_manager`
    await query(database.connectionString, `create role ${manager} login createrole password 'manager'`)
    await query(database.connectionString, `grant tipwire_owner, tipwire_service to ${manager}`)
    await query(database.connectionString, `alter database ${database.name} owner to ${manager}`)
    const url = new URL(database.connectionString)
    url.username = manager
    url.password = 'manager'
    try {
      expect((await migrate({ connectionString: url.href })).applied).toEqual(Object.keys(migrations))
      expect(await migrate({ connectionString: url.href })).toEqual({ applied: [] })
    } finally {
      await query(database.connectionString, `alter database ${database.name} owner to current_user; drop owned by ${manager}; drop role ${manager}`)
    }
  })

  it('refuses a database that is not UTF8', async () => {
    await using database = await throwawayDatabase({ migrated: false })
    const name = `${database.name}_ascii`
    await query(database.connectionString, `create database ${name} encoding 'SQL_ASCII' locale 'C' template template0`)
    const url = new URL(database.connectionString)
    url.pathname = `/${name}`
    try {
      await expect(migrate({ connectionString: url.href })).rejects.toThrow('must be UTF8')
    } finally {
      await query(database.connectionString, `drop database ${name} with (force)`)
    }
  })
})
