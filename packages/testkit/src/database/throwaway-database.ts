import { randomBytes } from 'node:crypto'
import { migrate } from '@tipwire/store'
import { withAdmin } from './admin.ts'

/** The server that tests use; the test run's set-up sets it (a server of its own, or one that the person named). */
export const serverVariable = 'TIPWIRE_TEST_DATABASE_URL'
const template = 'tipwire_test_template'

/** A database for one test file, migrated, empty, and dropped at the end. */
export type ThrowawayDatabase = AsyncDisposable & Readonly<{ name: string; connectionString: string }>

/**
 * Makes a database for one test file on the test run's server. It is a copy of a template that was migrated once; with
 * `migrated: false` it is bare. Dropped on disposal, whoever is still connected.
 */
export async function throwawayDatabase({ migrated = true, serverUrl = testServerUrl() } = {}): Promise<ThrowawayDatabase> {
  const name = `tipwire_test_${randomBytes(6).toString('hex')}`
  const source = migrated ? template : 'template0'
  await withAdmin(serverUrl, (client) => client.query(`create database ${name} template ${source}`))
  return {
    name,
    connectionString: databaseUrl(serverUrl, name),
    async [Symbol.asyncDispose]() {
      await withAdmin(serverUrl, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}

/** Makes the template anew from today's migrations. Called once a test run, before any test. */
export async function prepareTemplate(serverUrl: string): Promise<void> {
  await withAdmin(serverUrl, async (client) => {
    await client.query(`drop database if exists ${template} with (force)`)
    await client.query(`create database ${template} template template0 encoding 'UTF8'`)
  })
  await migrate({ connectionString: databaseUrl(serverUrl, template) })
}

/** The same server, another database. */
function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

function testServerUrl(): string {
  const url = process.env[serverVariable]
  if (!url) throw new Error(`${serverVariable} is not set: run tests with test/vitest.config.ts, which starts a server`)
  return url
}
