import { startThrowawayPostgres } from '@tipwire/local-postgres'
import { startInstalledPostgres } from './start-installed-postgres.ts'
import { prepareTemplate, serverVariable } from './throwaway-database.ts'

/** Set to a major version, it runs the tests on the PostgreSQL that the system's packages brought. */
export const versionVariable = 'TIPWIRE_TEST_POSTGRES'

/** A server for a whole run, as superuser, with a migrated template; `throwawayDatabase` finds it by the environment. */
export type TestServer = AsyncDisposable & Readonly<{ connectionString: string }>

/** Starts the server of a run, or takes the one that the person named in TIPWIRE_TEST_DATABASE_URL, and prepares its template. */
export async function startTestServer(): Promise<TestServer> {
  await using parts = new AsyncDisposableStack()
  const named = process.env[serverVariable]
  const connectionString = named ?? parts.use(await start(process.env[versionVariable])).connectionString
  if (!named) parts.defer(() => void delete process.env[serverVariable])
  process.env[serverVariable] = connectionString
  await prepareTemplate(connectionString)
  const kept = parts.move()
  return { connectionString, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

function start(version: string | undefined) {
  return version ? startInstalledPostgres(Number(version)) : startThrowawayPostgres()
}
