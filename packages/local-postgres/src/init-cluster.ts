import { execFile } from 'node:child_process'
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { UsageError } from '@tipwire/domain'
import type { Binaries } from './binaries.ts'
import { exists } from './data-place.ts'
import { asUser, type ServerUser } from './server-user.ts'

const run = promisify(execFile)

export const SUPERUSER = 'postgres'

export type ClusterInput = { binaries: Binaries; place: string; user: ServerUser; password: string; sync: boolean }

/** Sets up the database files in `place`/data. Made beside and renamed: a set-up that was cut off leaves nothing that looks whole. */
export async function initCluster({ binaries, place, user, password, sync }: ClusterInput): Promise<void> {
  const draft = join(place, `data.${process.pid}.draft`)
  const passwordFile = join(place, `password.${process.pid}`)
  await rm(draft, { recursive: true, force: true })
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user) await chown(passwordFile, user.uid, user.gid)
  try {
    await run(binaries.initdb, [...initFlags(sync), `--pgdata=${draft}`, `--pwfile=${passwordFile}`], asUser(user))
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(draft, join(place, 'data'))
}

function initFlags(sync: boolean): string[] {
  // Whatever LANG says: UTF-8, sorted by code point, the same on every machine.
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  return [`--username=${SUPERUSER}`, '--auth=scram-sha-256', ...locale, ...(sync ? [] : ['--no-sync'])]
}

/** Refuses files of another major version: PostgreSQL cannot read them. */
export async function checkMajor(data: string, binaries: Binaries): Promise<void> {
  const file = join(data, 'PG_VERSION')
  const theirs = (await exists(file)) ? (await readFile(file, 'utf8')).trim() : 'unknown'
  const ours = binaries.version.split('.')[0]
  if (theirs === ours) return
  throw new UsageError(
    `The database in ${data} was made by PostgreSQL ${theirs}, this version of Tipwire brings PostgreSQL ${ours}. Start the former version of Tipwire once more and make a backup, or move the folder away to begin afresh.`,
  )
}
