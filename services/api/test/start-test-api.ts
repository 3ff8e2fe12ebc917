import { createLog, createMetrics } from '@tipwire/runtime'
import { openStore, type Store } from '@tipwire/store'
import { throwawayDatabase } from '@tipwire/testkit'
import { startApi } from '../src/start.ts'

export type TestApi = AsyncDisposable &
  Readonly<{ url: string; store: Store; connectionString: string; logged: string[]; get: (path: string, headers?: Record<string, string>) => Promise<Answer> }>
export type Answer = Readonly<{ status: number; headers: Headers; body: Record<string, unknown> & { data?: Record<string, unknown>[] } }>

/** The real API on a database of its own. */
export async function startTestApi({ sample = false, migrated = true } = {}): Promise<TestApi> {
  const parts = new AsyncDisposableStack()
  const database = parts.use(await throwawayDatabase({ migrated }))
  const store = parts.use(openStore({ connectionString: database.connectionString }))
  const logged: string[] = []
  const log = createLog('api', { to: { write: (line) => logged.push(line) } })
  const { url } = parts.use(await startApi({ store, log, metrics: createMetrics(), settings: { port: 0, sample } }))
  return {
    url,
    store,
    connectionString: database.connectionString,
    logged,
    get: (path, headers = {}) => get(`${url}${path}`, headers),
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  }
}

async function get(url: string, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(url, { headers })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text.startsWith('{') ? JSON.parse(text) : { text } }
}
