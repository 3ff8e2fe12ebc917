import type { Db } from '../../database.ts'
import type { Source } from './source-row.ts'

/** Every source that has not been removed, in the order in which they were added. */
export function listSources(db: Db): Promise<Source[]> {
  return db.selectFrom('pipeline.sources').selectAll().where('removed_at', 'is', null).orderBy('added_at').orderBy('source_id').execute()
}

/** One source, also a removed one; undefined when there is none of that id. */
export function getSource(db: Db, source_id: string): Promise<Source | undefined> {
  return db.selectFrom('pipeline.sources').selectAll().where('source_id', '=', source_id).executeTakeFirst()
}
