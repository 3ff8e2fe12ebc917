import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../net/free-port.ts'
import { waitUntil } from '../wait-until.ts'
import { withAdmin } from './admin.ts'

const debianFolder = '/usr/lib/postgresql'

/** A server from this machine's own packages, for the oldest version that Tipwire promises to run on. */
export type InstalledPostgres = AsyncDisposable & Readonly<{ connectionString: string; version: number }>

/** Major versions of the PostgreSQL servers that the system's packages brought, oldest first. Empty when there is none. */
export function installedPostgresVersions(): number[] {
  if (!existsSync(debianFolder)) return []
  const found = readdirSync(debianFolder).filter((version) => existsSync(join(debianFolder, version, 'bin', 'postgres')))
  return found.map(Number).sort((a, b) => a - b)
}

/** Starts a fresh cluster of an installed version in a temporary folder; as root it runs as the user `postgres`, who may not be root. */
export async function startInstalledPostgres(version: number): Promise<InstalledPostgres> {
  const bin = join(debianFolder, String(version), 'bin')
  const directory = await mkdtemp(join(tmpdir(), `tipwire-postgres-${version}-`))
  const user = process.getuid?.() === 0 ? serverUser() : null
  await chmod(directory, 0o755)
  if (user) await chown(directory, user.uid, user.gid)
  const data = join(directory, 'data')
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], {
    stdio: 'ignore',
    cwd: directory,
    ...user,
  })
  const port = await freePort()
  const settings = ['-c', `unix_socket_directories=${directory}`, '-c', 'fsync=off', '-c', 'max_connections=200', '-c', 'listen_addresses=127.0.0.1']
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings], { stdio: 'ignore', cwd: directory, ...user })
  const connectionString = `postgres://postgres@127.0.0.1:${port}/postgres`
  await waitUntil(`PostgreSQL ${version} answers`, () => accepts(connectionString))
  return {
    connectionString,
    version,
    async [Symbol.asyncDispose]() {
      server.kill('SIGINT')
      if (server.exitCode === null) await once(server, 'exit')
      await rm(directory, { recursive: true, force: true })
    },
  }
}

function serverUser(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function accepts(connectionString: string): Promise<boolean> {
  return withAdmin(connectionString, async () => true).catch(() => false)
}
