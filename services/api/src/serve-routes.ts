import { readViews, type Store } from '@tipwire/store'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { sendJson } from './http.ts'
import { openApiDocument } from './openapi.ts'
import { plainWords } from './plain-words.ts'
import { Problem } from './problem.ts'
import { routes } from './routes/index.ts'

/** Puts every route of the table on the server: check, read on one picture of the views, answer. */
export function serveRoutes(server: FastifyInstance, store: Store): void {
  for (const { path, query, params, handle } of routes) {
    server.get(path.replaceAll(/\{(\w+)\}/g, ':$1'), async (request, reply) => {
      const input = { query: check(query, request.query), params: check(params, request.params) }
      const answer = await readViews(store.db, (views) => handle({ views }, input as { query: never; params: never }))
      return sendJson(request, reply, answer)
    })
  }
  const description = openApiDocument()
  server.get('/v1/openapi.json', async (request, reply) => sendJson(request, reply, description))
}

function check(schema: z.ZodObject, raw: unknown): unknown {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map((issue) => ({ parameter: issue.path.join('.'), message: plainWords(issue) }))
  throw new Problem('REQUEST_INVALID', errors.map(({ parameter, message }) => (parameter ? `${parameter}: ${message}` : message)).join('; '), { errors })
}
