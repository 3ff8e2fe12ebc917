import { spawn } from 'node:child_process'
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBinaries } from './binaries.ts'
import { throwaway } from './flags.ts'
import { initCluster, SUPERUSER } from './init-cluster.ts'
import { newPassword } from './memory.ts'
import { anyFreePort } from './ports.ts'
import { stopPostmaster } from './postmaster.ts'
import { isReachable } from './reachable.ts'
import { findServerUser } from './server-user.ts'
import { sharedFolder } from './shared-folder.ts'
import { startPostmaster } from './start-postmaster.ts'

export type ThrowawayPostgres = AsyncDisposable & { connectionString: string; port: number; pid: number; stop(): Promise<void> }

/** A server for tests: fsync off, a random port, files in the temporary folder. It is gone after `stop()`, and also when this process is killed. */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  const user = await findServerUser()
  const binaries = await findBinaries(user)
  const place = await mkdtemp(join((await isReachable(tmpdir(), user)) ? tmpdir() : await sharedFolder(), 'tipwire-test-postgres-'))
  await chmod(place, 0o755)
  if (user) await chown(place, user.uid, user.gid)
  const password = newPassword()
  await initCluster({ binaries, place, user, password, sync: false })
  const data = join(place, 'data')
  const server = await startPostmaster({
    postgres: binaries.postgres,
    data,
    logFile: join(place, 'log'),
    port: await anyFreePort(),
    user,
    flags: throwaway,
    password,
  })
  const endWatch = watchOver(server.pid, place)
  const stop = async () => {
    endWatch()
    await stopPostmaster(server.pid)
    await rm(place, { recursive: true, force: true })
  }
  return { connectionString: `postgres://${SUPERUSER}:${password}@127.0.0.1:${server.port}/postgres`, ...server, stop, [Symbol.asyncDispose]: stop }
}

/** A shell that waits for our end of its input to close, which also a SIGKILL does, and then clears away. */
function watchOver(pid: number, place: string): () => void {
  const watcher = spawn('sh', ['-c', 'cat >/dev/null; kill -QUIT "$1" 2>/dev/null; sleep 1; rm -rf "$2"', 'watch', String(pid), place], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watcher.on('error', () => undefined)
  watcher.unref()
  const input = watcher.stdin as typeof watcher.stdin & { unref?: () => void }
  input.unref?.()
  return () => {
    watcher.kill('SIGKILL')
  }
}
