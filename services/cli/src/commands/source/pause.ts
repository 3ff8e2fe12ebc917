import { UsageError } from '@tipwire/domain'
import { type Db, listSources, pauseSource, resumeSource } from '@tipwire/store'
import { withStore } from '../../input/with-store.ts'
import { note } from '../../output/streams.ts'

export async function pause(key: string, { reason }: { reason: string }): Promise<void> {
  await withStore({ role: 'service' }, (store) =>
    store.transaction(async (tx) => {
      const source = await find(tx, key)
      await pauseSource(tx, { source_id: source.source_id, reason })
      note(`${source.name} is paused. Poll it again with: tipwire source resume ${source.source_id}`)
    }),
  )
}

export async function resume(key: string): Promise<void> {
  await withStore({ role: 'service' }, (store) =>
    store.transaction(async (tx) => {
      const source = await find(tx, key)
      const resumed = await resumeSource(tx, source.source_id)
      note(resumed ? `${source.name} is polled again.` : `${source.name} was not paused; nothing changed.`)
    }),
  )
}

async function find(db: Db, key: string) {
  const source = (await listSources(db)).find((one) => one.source_id === key || one.url === key)
  if (source) return source
  throw new UsageError(`no source has the id or address ${key}. See: tipwire source list`)
}
