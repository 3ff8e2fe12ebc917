import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Newsroom, type Pace, startNewsroom } from '@tipwire/newsroom'
import { addSource, listSources, type Store } from '@tipwire/store'

/** What must go on after a restart: addresses hold the port, and the news has moved so far. */
type Memory = { port: number; steps_made: number }

const FILE = 'sample.json'

/** Starts the invented newsroom where the last start left it. `fresh`: from the beginning; null when its port is taken now, so that it cannot go on. */
export async function openNewsroom({ directory, pace, fresh }: { directory: string; pace: Pace; fresh: boolean }): Promise<Newsroom | null> {
  const memory = fresh ? null : await recall(directory)
  const { port = 0, steps_made = 0 } = memory ?? {}
  const keep = (state: Memory) => writeFile(join(directory, FILE), `${JSON.stringify(state)}\n`)
  try {
    const newsroom = await startNewsroom({ port, pace, stepsMade: steps_made, onStep: ({ made }) => void keep({ port: portOf(newsroom), steps_made: made }) })
    await keep({ port: portOf(newsroom), steps_made })
    return newsroom
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE' && memory) return null
    throw error
  }
}

async function recall(directory: string): Promise<Memory | null> {
  try {
    return JSON.parse(await readFile(join(directory, FILE), 'utf8')) as Memory
  } catch {
    return null
  }
}

function portOf(newsroom: Newsroom): number {
  return Number(new URL(newsroom.url).port)
}

/** Has the store watch the newsroom's outlets; those that it knows already stay as they are. */
export async function watchNewsroom(store: Store, newsroom: Newsroom): Promise<void> {
  const known = new Set((await listSources(store.db)).map((source) => source.url))
  const missing = newsroom.sources.filter((source) => !known.has(source.url))
  await store.transaction(async (tx) => {
    for (const source of missing) await addSource(tx, { ...source, sample: true })
  })
}
