import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { SUPERUSER } from './init-cluster.ts'
import { nextFreePort } from './ports.ts'
import { isAlive, type LaunchInput, launchPostmaster, sizeOf, tailOfLog } from './postmaster.ts'

export type Started = { pid: number; port: number }

const START_LIMIT_MS = 60_000

/** Starts the server and waits until it answers. Takes the next port when another program was faster, and waits for the children of a killed server to go. */
export async function startPostmaster(input: LaunchInput & { password: string }): Promise<Started> {
  let port = input.port
  for (const end = Date.now() + START_LIMIT_MS; ; ) {
    const from = await sizeOf(input.logFile)
    const server = launchPostmaster({ ...input, port })
    const answer = await Promise.race([waitForAnswer({ port, password: input.password, end }), server.exited.then(() => 'exited' as const)])
    if (answer === 'ready') return { pid: server.pid, port }
    const words = await tailOfLog(input.logFile, from)
    if (Date.now() > end) throw new Error(`PostgreSQL did not answer within ${START_LIMIT_MS / 1000} s:\n${words}`)
    if (/could not bind|Address already in use/.test(words)) port = await nextFreePort(port + 1)
    else if (/still in use|lock file/.test(words)) await sleep(200)
    else throw new Error(`PostgreSQL did not start:\n${words}`)
  }
}

/** Resolves as soon as the server takes connections (it refuses them while it recovers). */
async function waitForAnswer({ port, password, end }: { port: number; password: string; end: number }): Promise<'ready' | 'late'> {
  while (Date.now() < end) {
    if (await answers(port, password)) return 'ready'
    await sleep(25)
  }
  return 'late'
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = superuserClient(port, password)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

export function superuserClient(port: number, password: string): pg.Client {
  const client = new pg.Client({ host: '127.0.0.1', port, user: SUPERUSER, password, database: 'postgres', connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  return client
}

/** The server that a former start left behind may still be recovering: waits for it; false when it goes away meanwhile. */
export async function waitForRunning(input: Started & { password: string }): Promise<boolean> {
  for (const end = Date.now() + START_LIMIT_MS; Date.now() < end && isAlive(input.pid); await sleep(50)) {
    if (await answers(input.port, input.password)) return true
  }
  return false
}
