import type { Db } from '../../database.ts'

/** The newest version of an item's page, or of one post shown in it. */
export function newestVersion(db: Db, { item_id, slot }: { item_id: string; slot: string }) {
  return db
    .selectFrom('pipeline.documents')
    .select(['document_id', 'version_no', 'text_sha256', 'title_sha256', 'availability', 'supersedes'])
    .where('item_id', '=', item_id)
    .where('slot', '=', slot)
    .where('superseded_by', 'is', null)
    .executeTakeFirst()
}

export type NewestVersion = NonNullable<Awaited<ReturnType<typeof newestVersion>>>
