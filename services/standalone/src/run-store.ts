import { createHash } from 'node:crypto'
import { hideSecrets, type Metrics, mergeMetrics } from '@tipwire/runtime'
import { dropDatabase, openStore, type Store } from '@tipwire/store'
import type { StandaloneConfig } from './config.ts'
import type { Database, Server } from './database/open-server.ts'
import { openApi } from './open-api.ts'
import { writeConnection } from './output/connection-file.ts'
import type { LogFile, Say } from './output/say.ts'
import { welcome } from './output/welcome.ts'
import { type Supervised, supervisePipeline } from './pipeline/supervise.ts'
import { openNewsroom, watchNewsroom } from './sample/open-sample.ts'

export type Surroundings = {
  config: StandaloneConfig
  server: Server
  own: Database
  logFile: LogFile
  metrics: Metrics
  say: Say
  print: (text: string) => void
}

export type RunningStore = AsyncDisposable & { url: string; pipeline: Supervised; database: Database; sample: boolean }

/** Everything that works on one database: the newsroom (for the sample), the API, the pipeline, and the words at the start. */
export async function runStore(around: Surroundings, sample: boolean): Promise<RunningStore> {
  await using parts = new AsyncDisposableStack()
  const { config, own, logFile, metrics, say } = around
  const { database, store } = sample ? await openSample(around, parts) : openOwn(own, parts)
  const readers = parts.use(openStore({ connectionString: database.analyst, max: 8, applicationName: 'tipwire api' }))
  const onTrouble = () => say(`The pipeline ends again and again; ${logFile.path} says why. It is started again and again, too.`)
  const pipeline = parts.use(supervisePipeline({ config: pipelineConfig(around, database), log: logFile.log, logDescriptor: logFile.descriptor, onTrouble }))
  const all = mergeMetrics(metrics, pipeline.metrics)
  const api = parts.use(await openApi({ store: readers, log: logFile.log, metrics: all, host: config.host, port: config.port, sample }))
  if (new URL(api.url).port !== String(config.port)) say(`Port ${config.port} is taken: the page is at ${api.url}.`)
  await writeConnection(config.directory, {
    sample,
    api: api.url,
    analyst: database.analyst,
    service: database.service,
    own_analyst: own.analyst,
    own_service: own.service,
    pid: process.pid,
    data_directory: config.directory,
  })
  greet({ around, parts, store, sample, url: api.url, connect: connectLine(around, database) })
  const kept = parts.move()
  return { url: api.url, pipeline, database, sample, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

function openOwn(database: Database, parts: AsyncDisposableStack): { database: Database; store: Store } {
  return { database, store: parts.use(openStore({ connectionString: database.service, max: 2, applicationName: 'tipwire standalone' })) }
}

async function openSample(around: Surroundings, parts: AsyncDisposableStack): Promise<{ database: Database; store: Store }> {
  const { config, server, say } = around
  const { directory, pace } = config
  let database = await server.prepare('sample')
  let newsroom = await openNewsroom({ directory, pace, fresh: database.created })
  if (!newsroom) {
    say('The port of the invented newsroom is taken: the sample begins anew.')
    await dropDatabase({ connectionString: server.admin, name: database.name })
    database = await server.prepare('sample')
    newsroom = await openNewsroom({ directory, pace, fresh: true })
  }
  if (!newsroom) throw new Error('The newsroom found no free port.')
  parts.use(newsroom)
  const opened = openOwn(database, parts)
  await watchNewsroom(opened.store, newsroom)
  return opened
}

function pipelineConfig({ config, server }: Surroundings, database: Database) {
  const directory = createHash('sha256').update(config.directory).digest('hex').slice(0, 8)
  return {
    databaseUrl: database.service,
    redisUrl: config.redisUrl,
    namespace: server.own ? `${database.name}-${directory}` : null,
    alone: server.own,
    logLevel: config.fileLogLevel,
  }
}

type Greeting = { around: Surroundings; parts: AsyncDisposableStack; store: Store; sample: boolean; url: string; connect: string }

/** Of a server of the user's, neither the password nor its future is ours to print. */
function connectLine({ server }: Surroundings, database: Database): string {
  return server.own ? `${database.analyst}   (stays the same after a restart)` : hideSecrets(database.analyst)
}

/** Beside the rest: a start must be stoppable while it waits for its first incident. */
function greet({ around, parts, store, sample, url, connect }: Greeting): void {
  const { logFile, print, say } = around
  const stop = new AbortController()
  if (sample) say('Reading the invented news …')
  const greeting = welcome({ store, sample, url, connect, signal: stop.signal, print }).catch((err: unknown) =>
    logFile.log.error({ err }, 'the first words could not be printed'),
  )
  parts.defer(async () => {
    stop.abort()
    await greeting
  })
}
