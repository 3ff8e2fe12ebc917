import { listPublicSources } from '@tipwire/store'
import { z } from 'zod'
import { Source } from '../schemas/rows.ts'
import { noParams, noQuery } from './answers.ts'
import { route } from './route.ts'

export const sourceRoutes = [
  route({
    path: '/v1/sources',
    operationId: 'listSources',
    summary: 'All sources and how they are: without them no zero can be read.',
    query: noQuery,
    params: noParams,
    answer: z.object({ data: z.array(Source) }),
    problems: ['REQUEST_INVALID'],
    handle: async ({ views }) => ({ data: await listPublicSources(views) }),
  }),
]
