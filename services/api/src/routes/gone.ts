import { findReplacement, type ViewReader } from '@tipwire/store'
import { Problem } from '../problem.ts'

/** What to say about an id that no view shows: never known, or removed and replaced by these. */
export async function goneOrNotFound(views: ViewReader, { object, id }: { object: string; id: string }): Promise<Problem> {
  const replacement = await findReplacement(views, { object, id })
  if (replacement === null) return new Problem('NOT_FOUND', `No ${object} has the id ${JSON.stringify(id.slice(0, 100))}.`)
  const { reason, replaced_by, at } = replacement
  const where = replaced_by.length > 0 ? `See ${replaced_by.join(', ')}.` : 'Nothing replaces it.'
  return new Problem('GONE', `This ${object} was removed (${reason}). ${where}`, { reason, replaced_by, removed_at: at })
}
