import { createHash } from 'node:crypto'
import { chown, mkdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isReachable } from './reachable.ts'
import type { ServerUser } from './server-user.ts'
import { sharedFolder } from './shared-folder.ts'

/** Where the database's files go: below the directory itself, or elsewhere when the server's user cannot get there. */
export async function chooseDataPlace(directory: string, user: ServerUser): Promise<string> {
  if (await isReachable(directory, user)) return join(directory, 'postgres')
  const name = createHash('sha256')
    .update(await realpath(directory))
    .digest('hex')
    .slice(0, 12)
  return join(await sharedFolder(), name)
}

/** Makes an empty folder at `place` for the user; what lay there without our memory of it (and so without its password) is moved aside, not deleted. */
export async function clearPlace(place: string, user: ServerUser): Promise<{ movedTo: string | null }> {
  const movedTo = (await exists(join(place, 'data'))) ? `${place}.old-${Date.now()}` : null
  if (movedTo) await rename(place, movedTo)
  await rm(place, { recursive: true, force: true })
  await mkdir(dirname(place), { recursive: true })
  await mkdir(place, { mode: 0o755 })
  if (user) await chown(place, user.uid, user.gid)
  return { movedTo }
}

/** The user that owns existing files goes on serving them, whoever would be chosen today. */
export async function ownerOf(data: string, user: ServerUser): Promise<ServerUser> {
  if (user === null) return null
  const { uid, gid } = await stat(data)
  return uid === user.uid ? user : { uid, gid, name: String(uid) }
}

export async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  )
}
