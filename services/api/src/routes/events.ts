import { getEvent, listEvents } from '@tipwire/store'
import { z } from 'zod'
import { decodeCursor } from '../cursor.ts'
import { EventQuery } from '../schemas/filters.ts'
import { Change, Event, EvidenceWords, Report } from '../schemas/rows.ts'
import { listAnswer, listOf, noParams, noQuery } from './answers.ts'
import { goneOrNotFound } from './gone.ts'
import { route } from './route.ts'

const EventDetail = z
  .object({
    event: Event,
    versions: z
      .array(Change.pick({ version: true, at: true, reason: true, diff: true, title: true, cursor: true }))
      .meta({ description: 'What changed, oldest first.' }),
    reports: z.array(Report),
    evidence: z.array(EvidenceWords),
  })
  .meta({ id: 'EventDetail' })

export const eventRoutes = [
  route({
    path: '/v1/events',
    operationId: 'listEvents',
    summary: 'Events, the latest on the timeline first. One operation gives several: to count, use incidents.',
    query: EventQuery,
    params: noParams,
    answer: listOf(Event),
    problems: ['REQUEST_INVALID', 'CURSOR_INVALID'],
    handle: async ({ views }, { query: { limit, cursor, ...filter } }) =>
      listAnswer(views, await listEvents(views, filter, { limit, after: decodeCursor(cursor, 'day') })),
  }),
  route({
    path: '/v1/events/{id}',
    operationId: 'getEvent',
    summary: 'One event with its versions, reports and words.',
    query: noQuery,
    params: z.strictObject({ id: z.string().min(1).max(100) }),
    answer: EventDetail,
    problems: ['NOT_FOUND', 'GONE'],
    handle: async ({ views }, { params: { id } }) => {
      const detail = await getEvent(views, id)
      if (!detail) throw await goneOrNotFound(views, { object: 'event', id })
      return detail
    },
  }),
]
