import type { SourceRow, ViewReader } from './views.ts'

/** All sources, by name. */
export async function listPublicSources(views: ViewReader): Promise<SourceRow[]> {
  const rows = await views.selectFrom('tipwire.sources').selectAll().orderBy('name').orderBy('source_id').execute()
  return rows as SourceRow[]
}
