import type { ViewReader } from './views.ts'

/** Why a row is gone and where to go instead; null when it never was. */
export type Replacement = Readonly<{ reason: string; replaced_by: string[]; at: Date }>

/** The last `remove` of an id that no view shows any more. */
export async function findReplacement(views: ViewReader, { object, id }: { object: string; id: string }): Promise<Replacement | null> {
  const row = await views
    .selectFrom('tipwire.changes')
    .select(['reason', 'replaced_by', 'at'])
    .where('object', '=', object)
    .where('id', '=', id)
    .where('action', '=', 'remove')
    .orderBy('cursor', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { reason: row.reason, replaced_by: row.replaced_by ?? [], at: row.at } : null
}
