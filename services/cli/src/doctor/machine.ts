import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { connect } from 'node:net'
import { dirname } from 'node:path'
import { dataDirectory, findConnection } from '../input/connection.ts'
import type { Finding } from './checks.ts'

const GIBIBYTE = 1024 ** 3
const API_PORT = 4000

export async function checkNode(): Promise<Finding> {
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major >= 24) return { name: 'node', state: 'ok', found: `Node ${process.versions.node}` }
  return {
    name: 'node',
    state: 'bad',
    found: `Node ${process.versions.node}`,
    advice: 'Node 24 is needed; "npm start" installs the right one beside the project.',
  }
}

export async function checkDisk(): Promise<Finding> {
  const folder = existing(dataDirectory() ?? process.cwd())
  const { bavail, bsize } = await statfs(folder)
  const free = (bavail * bsize) / GIBIBYTE
  const found = `${free.toFixed(1)} GiB free at ${folder}`
  return free < 1
    ? { name: 'disk', state: 'bad', found, advice: 'the database stops when the disk is full; make room.' }
    : { name: 'disk', state: free < 5 ? 'note' : 'ok', found }
}

/** The folder itself, or the nearest one above it that exists: the data directory may be made later. */
function existing(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existing(dirname(folder))
}

export async function checkPort(): Promise<Finding> {
  const url = runningApi() ?? `http://127.0.0.1:${API_PORT}`
  const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3000) }).catch(() => null)
  if (answer?.ok) return { name: 'api', state: 'ok', found: `ready at ${url}` }
  if (answer) return { name: 'api', state: 'note', found: `${url} answers, but is not ready (status ${answer.status})`, advice: 'see the log of "tipwire up".' }
  const { hostname, port } = new URL(url)
  if (await isTaken(hostname, Number(port)))
    return { name: 'api', state: 'note', found: `port ${port} is taken by another program`, advice: 'Tipwire takes the next free port and prints it.' }
  return { name: 'api', state: 'note', found: `nothing runs at ${url}`, advice: 'start it with "tipwire up" or "npm start".' }
}

function runningApi(): string | null {
  try {
    return findConnection().api ?? null
  } catch {
    return null
  }
}

function isTaken(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 })
    const end = (taken: boolean) => {
      socket.destroy()
      resolve(taken)
    }
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false))
  })
}
