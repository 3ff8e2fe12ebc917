import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { UsageError } from '@tipwire/domain'

const run = promisify(execFile)

/** The operating-system user that the server runs as; null when that is simply ourselves. */
export type ServerUser = Readonly<{ uid: number; gid: number; name: string }> | null

/** PostgreSQL refuses to run as root, so root hands the server to a user without rights. Everybody else runs it as themselves. */
export async function findServerUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return null
  return (await lookUp('tipwire')) ?? (await createUser('tipwire')) ?? (await lookUp('postgres')) ?? (await lookUp('nobody')) ?? refuse()
}

async function lookUp(name: string): Promise<ServerUser> {
  try {
    const uid = await run('id', ['-u', name])
    const gid = await run('id', ['-g', name])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout), name }
  } catch {
    return null
  }
}

async function createUser(name: string): Promise<ServerUser> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', name])
  } catch {
    // No useradd, no right to write /etc, or another process was first: the look-up decides.
  }
  return await lookUp(name)
}

function refuse(): never {
  throw new UsageError(
    'PostgreSQL does not run as root and this machine has no user "tipwire", "postgres" or "nobody" to run it as: create one, or start as an ordinary user.',
  )
}

/** Options for child_process so that a command runs as the server's user, in a folder that the user may enter. */
export function asUser(user: ServerUser): { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } {
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', LANG: 'C', TZ: 'UTC' }
  return user ? { uid: user.uid, gid: user.gid, cwd: '/', env } : { cwd: '/', env }
}
