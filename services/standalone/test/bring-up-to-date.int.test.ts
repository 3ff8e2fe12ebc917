import { openStore } from '@tipwire/store'
import { throwawayDatabase } from '@tipwire/testkit'
import { expect, it } from 'vitest'
import { bringUpToDate } from '../src/database/bring-up-to-date.ts'

it('brings a database up to date as often as one likes, and refuses one that a newer Tipwire has changed', async () => {
  await using database = await throwawayDatabase()
  await bringUpToDate(database.connectionString)
  await using store = openStore({ connectionString: database.connectionString })
  const later = { name: '9999-later', timestamp: new Date().toISOString() }
  await store.db
    .insertInto('pipeline.kysely_migration' as never)
    .values(later as never)
    .execute()
  await expect(bringUpToDate(database.connectionString)).rejects.toThrow(/newer Tipwire.*TIPWIRE_HOME/)
})
