import type { Metrics } from '@tipwire/runtime'
import { missingColumns, missingViews, type Store } from '@tipwire/store'
import type { FastifyInstance } from 'fastify'
import { Problem } from './problem.ts'
import { Change, Event, EvidenceWords, Incident, Report, Source, Statistic } from './schemas/rows.ts'

const MOST_NAMED = 10

/** What this API reads: with less than that it is not ready. */
const columns = {
  incidents: Object.keys(Incident.shape),
  events: Object.keys(Event.shape),
  statistics: Object.keys(Statistic.shape),
  reports: Object.keys(Report.shape),
  evidence: Object.keys(EvidenceWords.shape),
  changes: Object.keys(Change.shape),
  sources: Object.keys(Source.shape),
}

/** Alive, ready and measured: for supervisors, load balancers and Prometheus. */
export function serveHealth(server: FastifyInstance, { store, metrics }: { store: Store; metrics: Metrics }): void {
  server.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  server.get('/readyz', async (_request, reply) => {
    const missing = [...(await missingViews(store.db)), ...(await missingColumns(store.db, columns))]
    if (missing.length > 0)
      throw new Problem(
        'NOT_READY',
        `The database lacks ${missing.slice(0, MOST_NAMED).join(', ')}: its migrations have not run, or this role may not read them.`,
      )
    return reply.header('cache-control', 'no-store').send({ status: 'ready' })
  })
  server.get('/metrics', async (_request, reply) =>
    reply
      .type(metrics.registry.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.registry.metrics()),
  )
}
