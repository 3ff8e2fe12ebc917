import { readFile } from 'node:fs/promises'
import { SourceFile, type SourceSpec, UsageError } from '@tipwire/domain'
import { addSource, listSources, type Store } from '@tipwire/store'
import { z } from 'zod'

const SHAPE = 'It should be { "sources": [{ "name": "…", "url": "https://…" }] }; "npx tipwire up --help" names what else a source may say.'

/** A file of sources, with its name. */
export type Sources = Readonly<{ file: string; sources: readonly SourceSpec[] }>

/** Adds the sources that are not watched yet; says how many that were. */
export async function addSources(store: Store, { file, sources }: Sources): Promise<string> {
  const known = new Set((await listSources(store.db)).map((source) => source.url))
  const missing = sources.filter((source) => !known.has(source.url))
  await store.transaction(async (tx) => {
    for (const source of missing) await addSource(tx, source)
  })
  return `${file}: ${missing.length} ${missing.length === 1 ? 'source' : 'sources'} added, ${sources.length - missing.length} watched already.`
}

/** Reads a file of sources. Throws UsageError when it is none. */
export async function readSources(file: string): Promise<Sources> {
  let given: unknown
  try {
    given = JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new UsageError(`${file} cannot be read as JSON: ${cause instanceof Error ? cause.message : String(cause)}\n${SHAPE}`, { cause })
  }
  const read = SourceFile.safeParse(given)
  if (read.success) return { file, ...read.data }
  throw new UsageError(`${file} is not a list of sources:\n${z.prettifyError(read.error)}\n${SHAPE}`)
}
