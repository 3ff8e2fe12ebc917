import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../net/free-port.ts'
import { waitUntil } from '../wait-until.ts'

/** A real Redis of the test's own. `kill` is a SIGKILL; `start` brings it back on the same port and data. */
export type TestRedis = AsyncDisposable & Readonly<{ url: string; port: number; kill: () => Promise<void>; start: () => Promise<void> }>

/** Where redis-server is, or null when this machine has none. */
export function redisBinary(): string | null {
  return spawnSync('redis-server', ['--version']).status === 0 ? 'redis-server' : null
}

/** Starts redis-server on a free port with the settings that Tipwire asks for: append-only file, no eviction. */
export async function startRedis(): Promise<TestRedis> {
  const binary = redisBinary()
  if (!binary) throw new Error('redis-server is not installed; on Debian: apt-get install redis-server')
  const directory = await mkdtemp(join(tmpdir(), 'tipwire-redis-'))
  const port = await freePort()
  let server = launch(binary, directory, port)
  await answers(port)
  const kill = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    server.kill('SIGKILL')
    await once(server, 'exit')
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill,
    async start() {
      server = launch(binary, directory, port)
      await answers(port)
    },
    async [Symbol.asyncDispose]() {
      await kill()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

function launch(binary: string, directory: string, port: number) {
  const settings = {
    port: String(port),
    bind: '127.0.0.1',
    dir: directory,
    save: '',
    appendonly: 'yes',
    appendfsync: 'everysec',
    'maxmemory-policy': 'noeviction',
  }
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])
  return spawn(binary, args, { stdio: 'ignore' })
}

/** Resolves once the server answers a PING with PONG: it has read its append-only file by then. */
async function answers(port: number): Promise<void> {
  await waitUntil('redis-server answers', () => ping(port))
}

function ping(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
    socket.setTimeout(1000, () => socket.destroy())
    socket.on('data', (data) => {
      socket.destroy()
      resolve(String(data).startsWith('+PONG'))
    })
    socket.on('error', () => resolve(false))
    socket.on('close', () => resolve(false))
  })
}
