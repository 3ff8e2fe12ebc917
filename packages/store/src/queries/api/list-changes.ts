import type { ChangeRow, ViewReader } from './views.ts'

export type ChangeFilter = Readonly<{ object?: string | undefined; id?: string | undefined }>

/** Changes after a cursor, in commit order. */
export async function listChanges(
  views: ViewReader,
  { after, limit, filter = {} }: { after: number; limit: number; filter?: ChangeFilter },
): Promise<ChangeRow[]> {
  const rows = await select(views, filter).where('cursor', '>', after).orderBy('cursor').limit(limit).execute()
  return rows as ChangeRow[]
}

/** The last changes, in commit order. */
export async function listLastChanges(views: ViewReader, { last, filter = {} }: { last: number; filter?: ChangeFilter }): Promise<ChangeRow[]> {
  const rows = await select(views, filter).orderBy('cursor', 'desc').limit(last).execute()
  return (rows as ChangeRow[]).reverse()
}

/** The newest cursor that has been given; 0 before the first change. */
export async function newestCursor(views: ViewReader): Promise<number> {
  const row = await views
    .selectFrom('tipwire.changes')
    .select((eb) => eb.fn.max('cursor').as('newest'))
    .executeTakeFirst()
  return Number(row?.newest ?? 0)
}

function select(views: ViewReader, { object, id }: ChangeFilter) {
  return views
    .selectFrom('tipwire.changes')
    .selectAll()
    .$if(object !== undefined, (q) => q.where('object', '=', object as string))
    .$if(id !== undefined, (q) => q.where('id', '=', id as string))
}
