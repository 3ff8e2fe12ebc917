import { type Adapter, newId, type SourceSpec, type Stage, UsageError } from '@tipwire/domain'
import { sql } from 'kysely'
import type { Tx } from '../../database.ts'
import { storableJson } from '../storable.ts'
import { openWork } from '../work/open-work.ts'

/** Which stage polls a source of an adapter. */
export const pollStages = { feed: 'poll', 'press-page': 'poll-browser' } as const satisfies Record<Adapter, Stage>

/** Stores a source and makes it due at once. Returns its id. Throws UsageError when its address is watched already. */
export async function addSource(tx: Tx, { sample = false, ...spec }: SourceSpec & { sample?: boolean }): Promise<string> {
  const source_id = newId('src')
  const row = { ...spec, source_id, sample, selectors: spec.selectors && storableJson(spec.selectors), state_reason: null, etag: null, last_modified: null }
  const added = await tx
    .insertInto('pipeline.sources')
    .values({ ...row, http_status: null, resolved_url: null, rhythm_s: null })
    .onConflict((conflict) => conflict.column('url').where('removed_at', 'is', null).doNothing())
    .returning(sql<string>`source_id`.as('source_id'))
    .executeTakeFirst()
  if (!added) throw new UsageError(`${spec.url} is watched already; see: tipwire source list`)
  await openWork(tx, { stage: pollStages[spec.adapter], id: source_id })
  return source_id
}
