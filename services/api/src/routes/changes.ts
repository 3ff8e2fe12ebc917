import { feedId, listChanges, listLastChanges, newestCursor } from '@tipwire/store'
import { z } from 'zod'
import { Problem } from '../problem.ts'
import { ChangeQuery } from '../schemas/filters.ts'
import { Change } from '../schemas/rows.ts'
import { noParams } from './answers.ts'
import { route } from './route.ts'

const ChangesAnswer = z.object({
  data: z.array(Change),
  cursor: z.string().meta({ description: 'Remember it; the next call takes it as `after`.' }),
  more: z.boolean().meta({ description: 'True when further changes wait: call again at once.' }),
})

export const changeRoutes = [
  route({
    path: '/v1/changes',
    operationId: 'listChanges',
    summary: 'The change feed, in commit order, without gaps. Take a snapshot (any list) first; it carries its place in the feed.',
    query: ChangeQuery,
    params: noParams,
    answer: ChangesAnswer,
    problems: ['REQUEST_INVALID', 'CURSOR_INVALID', 'FEED_REPLACED'],
    handle: async ({ views }, { query: { after, last, limit, object } }) => {
      const feed = await feedId(views)
      const newest = await newestCursor(views)
      if (last !== undefined) return { data: await listLastChanges(views, { last, filter: { object } }), cursor: `${feed}.${newest}`, more: false }
      const position = positionIn(feed, { after, newest })
      const rows = await listChanges(views, { after: position, limit, filter: { object } })
      const reached = rows.length < limit ? newest : (rows.at(-1)?.cursor ?? newest)
      return { data: rows, cursor: `${feed}.${reached}`, more: reached < newest }
    },
  }),
]

function positionIn(feed: string, { after, newest }: { after: string | undefined; newest: number }): number {
  if (after === undefined) return 0
  const [, name, digits] = /^([0-9a-z-]{1,80})\.(\d{1,15})$/.exec(after) ?? []
  if (name === undefined || digits === undefined) throw new Problem('CURSOR_INVALID', 'Take "cursor" of the former answer, or "changes" of a list, unchanged.')
  // A cursor ahead of the feed can only come from before a restore as well.
  if (name !== feed || Number(digits) > newest)
    throw new Problem('FEED_REPLACED', 'The database was restored or replaced since.', { snapshot: '/v1/incidents' })
  return Number(digits)
}
