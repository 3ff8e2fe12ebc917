import { feedId, newestCursor, type Page, type ViewReader } from '@tipwire/store'
import { z } from 'zod'
import { encodeCursor } from '../cursor.ts'

export const noParams = z.strictObject({})
export const noQuery = z.strictObject({})

/** The frame of every list. */
export function listOf(row: z.ZodType) {
  return z.object({
    data: z.array(row),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last.' }),
    changes: z.string().meta({ description: 'Where this picture stands in the change feed: /v1/changes?after=… goes on from here.' }),
  })
}

export async function listAnswer<T>(views: ViewReader, page: Page<T>) {
  return { data: page.rows, next: encodeCursor(page.next), changes: await feedPosition(views) }
}

/** `feed.cursor` of the newest change. */
async function feedPosition(views: ViewReader): Promise<string> {
  return `${await feedId(views)}.${await newestCursor(views)}`
}
