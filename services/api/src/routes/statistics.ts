import { getStatistic, listStatistics } from '@tipwire/store'
import { z } from 'zod'
import { decodeCursor } from '../cursor.ts'
import { StatisticQuery } from '../schemas/filters.ts'
import { EvidenceWords, Report, Statistic } from '../schemas/rows.ts'
import { listAnswer, listOf, noParams, noQuery } from './answers.ts'
import { goneOrNotFound } from './gone.ts'
import { route } from './route.ts'

const StatisticDetail = z.object({ statistic: Statistic, reports: z.array(Report), evidence: z.array(EvidenceWords) }).meta({ id: 'StatisticDetail' })

export const statisticRoutes = [
  route({
    path: '/v1/statistics',
    operationId: 'listStatistics',
    summary: 'Figures that somebody published, the newest first. Chart them; never add them to events.',
    query: StatisticQuery,
    params: noParams,
    answer: listOf(Statistic),
    problems: ['REQUEST_INVALID', 'CURSOR_INVALID'],
    handle: async ({ views }, { query: { limit, cursor, ...filter } }) =>
      listAnswer(views, await listStatistics(views, filter, { limit, after: decodeCursor(cursor, 'instant') })),
  }),
  route({
    path: '/v1/statistics/{id}',
    operationId: 'getStatistic',
    summary: 'One figure with its reports and words.',
    query: noQuery,
    params: z.strictObject({ id: z.string().min(1).max(100) }),
    answer: StatisticDetail,
    problems: ['NOT_FOUND', 'GONE'],
    handle: async ({ views }, { params: { id } }) => {
      const detail = await getStatistic(views, id)
      if (!detail) throw await goneOrNotFound(views, { object: 'statistic', id })
      return detail
    },
  }),
]
