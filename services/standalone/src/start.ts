import { mkdir } from 'node:fs/promises'
import { type Metrics, runPeriodically, SECOND } from '@tipwire/runtime'
import { dropDatabase, listSources, openStore, type Store, summarise } from '@tipwire/store'
import { addSources, readSources } from './add-sources.ts'
import { checkRedis } from './check-redis.ts'
import type { StandaloneConfig } from './config.ts'
import { openServer, type Server } from './database/open-server.ts'
import { openLogFile, type Say, say as sayToTerminal } from './output/say.ts'
import { type RunningStore, runStore, type Surroundings } from './run-store.ts'

export type StandaloneParts = StandaloneConfig & { metrics: Metrics; signal: AbortSignal; say?: Say; print?: (text: string) => void }

export type Standalone = AsyncDisposable & { running(): RunningStore }

const LOOK_EVERY = SECOND

/**
 * Everything on this machine: the database, the pipeline in a process of its own, the API. Without own sources it shows the invented sample, from a
 * database of its own, until the first own source is there. Throws UsageError when it runs in this directory already.
 */
export async function startStandalone(given: StandaloneParts): Promise<Standalone> {
  const { metrics, signal, say = sayToTerminal, print = (text) => process.stdout.write(text), ...config } = given
  await using parts = new AsyncDisposableStack()
  await mkdir(config.directory, { recursive: true })
  const logFile = parts.use(openLogFile(config.directory, config.fileLogLevel))
  const sources = config.sourcesFile === null ? null : await readSources(config.sourcesFile)
  await checkRedis(config.redisUrl)
  say(config.databaseUrl ? 'Connecting to the database …' : 'Starting the database …')
  const server = parts.use(await openServer({ ...config, log: logFile.log, say }))
  const own = await server.prepare('own')
  const ownStore = parts.use(openStore({ connectionString: own.service, max: 2, applicationName: 'tipwire standalone' }))
  if (sources) say(await addSources(ownStore, sources))
  const around: Surroundings = { config, server, own, logFile, metrics, say, print }
  const stage = parts.use(await openStage(around, await isEmpty(ownStore)))
  if (stage.running().sample)
    parts.use(runPeriodically({ name: 'look for own sources', everyMs: LOOK_EVERY, log: logFile.log, signal }, () => endSample(stage, ownStore)))
  const kept = parts.move()
  return { running: stage.running, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

/** Nothing of the user's own: no source, and no document of a source that was removed. */
async function isEmpty(store: Store): Promise<boolean> {
  return (await listSources(store.db)).length === 0 && (await summarise(store.db)).documents === 0
}

type Stage = AsyncDisposable & { running(): RunningStore; around: Surroundings; replace(sample: boolean): Promise<void> }

/** The store that is worked on, which can be replaced by another one while all else stays. */
async function openStage(around: Surroundings, sample: boolean): Promise<Stage> {
  if (!sample) await forgetSample(around.server)
  let current = await runStore(around, sample)
  return {
    around,
    running: () => current,
    async replace(next) {
      await current[Symbol.asyncDispose]()
      current = await runStore(around, next)
    },
    [Symbol.asyncDispose]: () => current[Symbol.asyncDispose](),
  }
}

async function endSample(stage: Stage, ownStore: Store): Promise<void> {
  if (!stage.running().sample || (await listSources(ownStore.db)).length === 0) return
  stage.around.say('The first source of your own is there: the sample ends, your own store begins.')
  await stage.replace(false)
  await forgetSample(stage.around.server)
}

/** On a server of the user's, a database of that name need not be ours. */
async function forgetSample(server: Server): Promise<void> {
  if (server.own) await dropDatabase({ connectionString: server.admin, name: server.name('sample') })
}
