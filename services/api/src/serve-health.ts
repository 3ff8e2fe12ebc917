import type { Metrics } from '@tipwire/runtime'
import { missingViews, type Store } from '@tipwire/store'
import type { FastifyInstance } from 'fastify'
import { Problem } from './problem.ts'

/** Alive, ready and measured: for supervisors, load balancers and Prometheus. */
export function serveHealth(server: FastifyInstance, { store, metrics }: { store: Store; metrics: Metrics }): void {
  server.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  server.get('/readyz', async (_request, reply) => {
    const missing = await missingViews(store.db)
    if (missing.length > 0)
      throw new Problem('NOT_READY', `The database lacks ${missing.join(', ')}: its migrations have not run, or this role may not read them.`)
    return reply.header('cache-control', 'no-store').send({ status: 'ready' })
  })
  server.get('/metrics', async (_request, reply) =>
    reply
      .type(metrics.registry.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.registry.metrics()),
  )
}
