import { getIncidentDetails, listIncidents } from '@tipwire/store'
import { z } from 'zod'
import { decodeCursor } from '../cursor.ts'
import { IncidentQuery } from '../schemas/filters.ts'
import { Event, EvidenceWords, Incident, Report, Statistic } from '../schemas/rows.ts'
import { listAnswer, listOf, noParams, noQuery } from './answers.ts'
import { goneOrNotFound } from './gone.ts'
import { route } from './route.ts'

const MOST_DETAILED = 50

const IncidentDetail = z
  .object({
    incident: Incident,
    events: z.array(Event),
    also_told: z.array(Event).meta({ description: 'Plans, warnings and the like in the same reports; not counted.' }),
    other_figures: z.array(Statistic).meta({ description: 'Other figures in the same reports; never added to the incident.' }),
    reports: z.array(Report),
    evidence: z.array(EvidenceWords),
  })
  .meta({ id: 'IncidentDetail' })

export const incidentRoutes = [
  route({
    path: '/v1/incidents',
    operationId: 'listIncidents',
    summary: 'Incidents, the latest on the timeline first. These are the rows to count and sum.',
    query: IncidentQuery,
    params: noParams,
    answer: listOf(z.union([Incident, IncidentDetail])),
    problems: ['REQUEST_INVALID', 'CURSOR_INVALID'],
    handle: async ({ views }, { query: { limit, cursor, expand, ...filter } }) => {
      const window = { limit: expand ? Math.min(limit, MOST_DETAILED) : limit, after: decodeCursor(cursor, 'day') }
      const page = await listIncidents(views, filter, window)
      if (!expand) return listAnswer(views, page)
      return listAnswer(views, { rows: await getIncidentDetails(views, page.rows), next: page.next })
    },
  }),
  route({
    path: '/v1/incidents/{id}',
    operationId: 'getIncident',
    summary: 'One incident with its events, reports, other figures and words.',
    query: noQuery,
    params: z.strictObject({ id: z.string().min(1).max(100) }),
    answer: IncidentDetail,
    problems: ['NOT_FOUND', 'GONE'],
    handle: async ({ views }, { params: { id } }) => {
      const { rows } = await listIncidents(views, { ids: [id] }, { limit: 1 })
      const [detail] = await getIncidentDetails(views, rows)
      if (!detail) throw await goneOrNotFound(views, { object: 'incident', id })
      return detail
    },
  }),
]
