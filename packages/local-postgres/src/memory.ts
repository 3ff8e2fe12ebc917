import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '@tipwire/domain'

/** What must stay the same from start to start: kept in `postgres.json` (readable by its owner alone) in the directory. */
export type Memory = { port: number | null; data_directory: string | null; passwords: Record<string, string> }

const FILE = 'postgres.json'

/** Reads the memory of a directory; null when the directory has none yet. */
export async function readMemory(directory: string): Promise<Memory | null> {
  try {
    return JSON.parse(await readFile(join(directory, FILE), 'utf8')) as Memory
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return null
    if (code === 'EACCES')
      throw new UsageError(
        `${join(directory, FILE)} belongs to another user of this machine: start as that user, or choose another directory with TIPWIRE_HOME.`,
      )
    throw error
  }
}

export async function keepMemory(directory: string, memory: Memory): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o755 })
  const draft = join(directory, `${FILE}.${process.pid}.draft`)
  await writeFile(draft, `${JSON.stringify(memory, null, 2)}\n`, { mode: 0o600 })
  await rename(draft, join(directory, FILE))
}

/** 144 random bits, safe in a connection string. */
export function newPassword(): string {
  return randomBytes(18).toString('base64url')
}
