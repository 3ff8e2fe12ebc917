import { randomUUID } from 'node:crypto'
import type { Log } from '@tipwire/runtime'
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify, LogController } from 'fastify'
import { etagOf, matches } from './etag.ts'
import { hostGuard } from './host-guard.ts'
import { Problem, problemBody, problems, toProblem } from './problem.ts'

const SECOND = 1000

const securityHeaders: Readonly<Record<string, string>> = {
  // No inline script or style anywhere: what a feed says can never run here.
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/** An HTTP server with request ids, security headers and problem answers, and without routes yet. `host`: where it will listen. */
export function createServer(log: Log, { host }: { host: string }): FastifyInstance {
  const isOurs = hostGuard(host)
  const server = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: (request) => givenId(request.headers['x-request-id']) ?? randomUUID(),
    requestTimeout: 30 * SECOND,
    bodyLimit: 1024,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error, request, reply) => {
      reply.headers(securityHeaders)
      sendProblem(request, reply, new Problem('REQUEST_INVALID', 'The address cannot be read, or a part of it is too long.'))
    },
  }) as unknown as FastifyInstance
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders).header('x-request-id', request.id)
    if (!isOurs(request.headers.host))
      throw new Problem(
        'HOST_UNKNOWN',
        'It listens on this machine only and answers to localhost. For other names, have it listen on an address of the network.',
      )
  })
  server.setNotFoundHandler((request, reply) => sendProblem(request, reply, unknownAddress(request)))
  server.setErrorHandler((error, request, reply) =>
    sendProblem(request, reply, isClientError(error) ? new Problem('REQUEST_INVALID', error.message) : toProblem(error), error),
  )
  return server
}

/** Sends JSON with a validator; answers 304 when the client has it already. */
export function sendJson(request: FastifyRequest, reply: FastifyReply, value: unknown) {
  return sendBody(request, reply, { body: JSON.stringify(value), type: 'application/json; charset=utf-8' })
}

export function sendBody(request: FastifyRequest, reply: FastifyReply, { body, type }: { body: string | Buffer; type: string }) {
  const etag = etagOf(body)
  reply.header('etag', etag).header('cache-control', 'no-cache')
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send()
  return reply.type(type).send(body)
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem, error?: unknown) {
  const { status } = problems[problem.code]
  if (status >= 500) request.log.error({ err: error, code: problem.code, route: request.routeOptions.url }, 'a request failed')
  if (status === 503) reply.header('retry-after', '5')
  if (problem.code === 'METHOD_NOT_ALLOWED') reply.header('allow', 'GET, HEAD')
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemBody(problem, request.id)))
}

function unknownAddress(request: FastifyRequest): Problem {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Problem('METHOD_NOT_ALLOWED')
  return new Problem('NOT_FOUND', 'The addresses are listed in /v1/openapi.json.')
}

function isClientError(error: unknown): error is Error {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500
}

function givenId(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && /^[\w.-]{1,64}$/.test(header) ? header : undefined
}
