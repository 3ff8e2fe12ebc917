import { readFile } from 'node:fs/promises'
import { SourceFile, UsageError } from '@tipwire/domain'
import { addSource, listSources, type Store } from '@tipwire/store'
import { z } from 'zod'

/** Adds the sources of a file that are not watched yet; says how many that were. Throws UsageError when the file is wrong. */
export async function addSources(store: Store, file: string): Promise<string> {
  const { sources } = await readSources(file)
  const known = new Set((await listSources(store.db)).map((source) => source.url))
  const missing = sources.filter((source) => !known.has(source.url))
  await store.transaction(async (tx) => {
    for (const source of missing) await addSource(tx, source)
  })
  return `${file}: ${missing.length} ${missing.length === 1 ? 'source' : 'sources'} added, ${sources.length - missing.length} watched already.`
}

async function readSources(file: string): Promise<SourceFile> {
  let given: unknown
  try {
    given = JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new UsageError(`${file} cannot be read as JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
  const read = SourceFile.safeParse(given)
  if (read.success) return read.data
  throw new UsageError(`${file} is not a list of sources:\n${z.prettifyError(read.error)}`)
}
