import { z } from 'zod'
import { type ProblemCode, problems } from './problem.ts'
import { routes } from './routes/index.ts'
import type { Route } from './routes/route.ts'

type Json = Record<string, unknown>

const ProblemSchema = z
  .looseObject({
    type: z.string(),
    code: z.string().meta({ description: `One of ${Object.keys(problems).join(', ')}.` }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    request_id: z.string(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' })

/** The OpenAPI 3.1 description, made from the same schemas that check requests. */
export function openApiDocument(): Json {
  const components: Json = {}
  const paths = Object.fromEntries(routes.map((route) => [route.path, { get: operationOf(route, components) }]))
  jsonSchema(ProblemSchema, { io: 'output', components })
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tipwire',
      version: '1',
      description:
        'Events about trafficking in persons, each with the words it came from. Count incidents, filter events, chart statistics. Empty lists and null mean: not stated, never zero. Additive for ever within v1.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: components },
  }
}

function operationOf(route: Route, components: Json): Json {
  const failures = [...new Set<ProblemCode>([...route.problems, 'QUERY_TIMEOUT'])]
  const byStatus = Map.groupBy(failures, (code) => problems[code].status)
  return {
    operationId: route.operationId,
    summary: route.summary,
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    responses: {
      200: {
        description: 'Done.',
        headers: { ETag: { schema: { type: 'string' } } },
        content: { 'application/json': { schema: jsonSchema(route.answer, { io: 'output', components }) } },
      },
      304: { description: 'Not changed since the ETag in If-None-Match.' },
      ...Object.fromEntries([...byStatus].map(([status, codes]) => [status, failure(codes)])),
    },
  }
}

function failure(codes: readonly ProblemCode[]): Json {
  return {
    description: codes.map((code) => `${code}: ${problems[code].title}`).join(' '),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}

function parametersOf(schema: z.ZodObject, place: 'path' | 'query'): Json[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties).map(([name, property]) => ({ name, in: place, required: place === 'path', schema: property }))
}

/** A schema whose named parts have moved to `components`. */
function jsonSchema(schema: z.ZodType, { io, components }: { io: 'input' | 'output'; components: Json }): Json {
  const { $schema: _, $defs = {}, ...body } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json & { $defs?: Json }
  const moved = JSON.parse(JSON.stringify({ $defs, body }).replaceAll('"#/$defs/', '"#/components/schemas/')) as { $defs: Json; body: Json & { id?: string } }
  Object.assign(components, moved.$defs)
  const { id, ...rest } = moved.body
  if (id === undefined) return rest
  components[id] = rest
  return { $ref: `#/components/schemas/${id}` }
}
