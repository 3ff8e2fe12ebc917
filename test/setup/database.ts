import { startTestServer, type TestServer } from '@tipwire/testkit'

let server: TestServer | undefined

/** Before the integration tests: one PostgreSQL server for the whole run, with a migrated template. */
export async function setup(): Promise<void> {
  server = await startTestServer()
}

export async function teardown(): Promise<void> {
  await server?.[Symbol.asyncDispose]()
}
