import { missingViews, openStore, type ServerState, serverState } from '@tipwire/store'
import { findConnection } from '../input/connection.ts'
import { explain } from '../output/explain.ts'
import type { Finding } from './checks.ts'

const OLDEST = 15
const MOST_DRIFT_S = 5

/** Is the database there, new enough, in UTF-8 and migrated? */
export async function checkDatabase(): Promise<Finding> {
  return withDatabase('database', ({ state, missing }) => {
    const found = `PostgreSQL ${state.version}, ${state.encoding}, ${state.size}`
    if (Number.parseInt(state.version, 10) < OLDEST) return { state: 'bad', found, advice: `PostgreSQL ${OLDEST} or newer is needed.` }
    if (state.encoding !== 'UTF8') return { state: 'bad', found, advice: 'the database must be in UTF8: make it anew with "encoding \'UTF8\'".' }
    if (missing.length > 0)
      return {
        state: 'bad',
        found: `${found}; lacks ${missing.join(', ')}`,
        advice: 'its migrations have not run: start Tipwire once, or check the role in DATABASE_URL.',
      }
    return { state: 'ok', found }
  })
}

/** All pools together may not ask for more connections than the server gives. */
export async function checkConnections(): Promise<Finding> {
  return withDatabase('connections', ({ state }) => {
    const found = `${state.connections} of ${state.max_connections} in use`
    const tight = state.connections > state.max_connections * 0.8
    return tight ? { state: 'bad', found, advice: 'raise max_connections, or lower the pools of the services.' } : { state: 'ok', found }
  })
}

export async function checkClock(): Promise<Finding> {
  return withDatabase('clock', ({ state, drift_s }) => {
    const found = `database and this machine differ by ${Math.abs(drift_s).toFixed(1)} s (${state.now.toISOString()})`
    return Math.abs(drift_s) > MOST_DRIFT_S ? { state: 'bad', found, advice: 'let both machines take their time from a time server.' } : { state: 'ok', found }
  })
}

type Seen = Readonly<{ state: ServerState; missing: string[]; drift_s: number }>
let seen: Promise<Seen> | undefined

async function withDatabase(name: string, judge: (seen: Seen) => Omit<Finding, 'name'>): Promise<Finding> {
  try {
    seen ??= look()
    return { name, ...judge(await seen) }
  } catch (error) {
    return { name, state: 'bad', found: explain(error).text }
  }
}

async function look(): Promise<Seen> {
  await using store = openStore({ connectionString: findConnection().service, max: 1, applicationName: 'tipwire-doctor' })
  const missing = await missingViews(store.db)
  const before = Date.now()
  const state = await serverState(store.db)
  const middle = (before + Date.now()) / 2
  return { state, missing, drift_s: (state.now.getTime() - middle) / 1000 }
}
