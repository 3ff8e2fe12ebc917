import { realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ServerUser } from './server-user.ts'

const SEARCH = 0o1

/** May this user walk down to `path`? True for ourselves (null). A path that does not exist yet counts as its nearest existing parent. */
export async function isReachable(path: string, user: ServerUser): Promise<boolean> {
  if (user === null) return true
  let folder = await nearestExisting(path)
  while (true) {
    if (!(await mayEnter(folder, user))) return false
    const parent = dirname(folder)
    if (parent === folder) return true
    folder = parent
  }
}

async function nearestExisting(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    return await nearestExisting(dirname(path))
  }
}

async function mayEnter(folder: string, user: NonNullable<ServerUser>): Promise<boolean> {
  const found = await stat(folder)
  if (found.uid === user.uid) return (found.mode & (SEARCH << 6)) !== 0
  if (found.gid === user.gid) return (found.mode & (SEARCH << 3)) !== 0
  return (found.mode & SEARCH) !== 0
}
