import { UsageError } from '@tipwire/domain'
import { missingViews, openStore, type ServerState, serverState } from '@tipwire/store'
import { findConnection } from '../input/connection.ts'
import { explain } from '../output/explain.ts'
import type { Finding } from './checks.ts'

const OLDEST = 15
const MOST_DRIFT_S = 5
const TIGHT = 0.8

type Seen = Readonly<{ state: ServerState; missing: string[]; drift_s: number }>

/** Is the database there, new enough, in UTF-8 and migrated; are connections left; do the clocks agree? */
export async function checkDatabase(): Promise<Finding[]> {
  let seen: Seen
  try {
    seen = await look()
  } catch (error) {
    // Nothing started yet is no fault of the machine.
    return [{ name: 'database', state: error instanceof UsageError ? 'note' : 'bad', found: explain(error).text }]
  }
  return [judgeServer(seen), judgeConnections(seen.state), judgeClock(seen)]
}

function judgeServer({ state, missing }: Seen): Finding {
  const name = 'database'
  const found = `PostgreSQL ${state.version}, ${state.encoding}, ${state.size}`
  if (Number.parseInt(state.version, 10) < OLDEST) return { name, state: 'bad', found, advice: `PostgreSQL ${OLDEST} or newer is needed.` }
  if (state.encoding !== 'UTF8') return { name, state: 'bad', found, advice: 'the database must be in UTF8: make it anew with "encoding \'UTF8\'".' }
  if (missing.length === 0) return { name, state: 'ok', found }
  return {
    name,
    state: 'bad',
    found: `${found}; lacks ${missing.join(', ')}`,
    advice: 'its migrations have not run: start Tipwire once, or check the role in DATABASE_URL.',
  }
}

/** All pools together may not ask for more connections than the server gives. */
function judgeConnections({ connections, max_connections }: ServerState): Finding {
  const found = `${connections} of ${max_connections} in use`
  if (connections <= max_connections * TIGHT) return { name: 'connections', state: 'ok', found }
  return { name: 'connections', state: 'bad', found, advice: 'raise max_connections, or lower the pools of the services.' }
}

function judgeClock({ state, drift_s }: Seen): Finding {
  const found = `database and this machine differ by ${Math.abs(drift_s).toFixed(1)} s (${state.now.toISOString()})`
  if (Math.abs(drift_s) <= MOST_DRIFT_S) return { name: 'clock', state: 'ok', found }
  return { name: 'clock', state: 'bad', found, advice: 'let both machines take their time from a time server.' }
}

async function look(): Promise<Seen> {
  await using store = openStore({ connectionString: findConnection().service, max: 1, applicationName: 'tipwire-doctor' })
  const missing = await missingViews(store.db)
  const before = Date.now()
  const state = await serverState(store.db)
  const middle = (before + Date.now()) / 2
  return { state, missing, drift_s: (state.now.getTime() - middle) / 1000 }
}
