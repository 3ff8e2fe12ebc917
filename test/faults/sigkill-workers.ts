import { setTimeout as delay } from 'node:timers/promises'
import { generateDocuments, randomOf, serveDocuments, settleAccounts, statedIncidents, throwawayDatabase, waitUntil } from '@tipwire/testkit'
import { redisFor } from '../pipeline/harness/engines.ts'
import { addFeeds } from '../support/add-feeds.ts'
import { spawnServices, workers } from '../support/spawn-services.ts'
import type { Fault, FaultInput } from './fault.ts'

const drainLimitMs = 5 * 60_000

/** Random workers are killed again and again while documents come in; afterwards nothing is lost, doubled or dead. */
export const sigkillWorkers: Fault = {
  name: 'sigkill-workers',
  what: 'SIGKILL of random workers while documents come in',
  engines: ['postgres', 'redis'],
  limit_s: 120,
  async run({ engine, seed, short, say }) {
    const { documents: count, kills, everyMs } = short ? { documents: 120, kills: 12, everyMs: 900 } : { documents: 2000, kills: 200, everyMs: 900 }
    const documents = [...generateDocuments({ seed, documents: count })]
    const calm = await pass({ engine, documents, async harm() {} })
    say(`without harm: ${calm.accounts.settled} of ${count} documents settled, ${calm.incidents.length} incidents`)
    let killed = 0
    const harmed = await pass({
      engine,
      documents,
      async harm(services) {
        const random = randomOf(seed, 'blows')
        for (; killed < kills; killed++) {
          await services.kill(random.pick(workers), 'SIGKILL')
          await delay(random.whole(everyMs / 2, everyMs * 1.5))
        }
      },
    })
    const { accounts } = harmed
    const extra = difference(harmed.incidents, calm.incidents)
    const missing = difference(calm.incidents, harmed.incidents)
    const details = [
      ...accounts.lost.map((key) => `lost ${key}`),
      ...accounts.duplicated.map((key) => `twice ${key}`),
      ...accounts.dead.map((key) => `dead ${key}`),
      ...extra.map((one) => `only with harm ${one}`),
      ...missing.map((one) => `only without harm ${one}`),
    ]
    return {
      injected: killed,
      inputs: count,
      lost: accounts.lost.length + Math.max(0, missing.length - extra.length),
      duplicated: accounts.duplicated.length + extra.length,
      dead: accounts.dead.length,
      recovered_s: harmed.recoveredS,
      details,
    }
  },
}

type Documents = Parameters<typeof serveDocuments>[0]
type PassInput = { engine: FaultInput['engine']; documents: Documents; harm: (services: ReturnType<typeof spawnServices>) => Promise<void> }

/** One run of the whole pipeline over the documents on a fresh database, with something done to its services meanwhile. */
async function pass({ engine, documents, harm }: PassInput) {
  await using parts = new AsyncDisposableStack()
  const { connectionString } = parts.use(await throwawayDatabase())
  const { redisUrl } = parts.use(await redisFor(engine))
  const web = parts.use(await serveDocuments(documents))
  await addFeeds(connectionString, web.feeds)
  const services = parts.use(spawnServices({ connectionString, redisUrl }))
  await harm(services)
  const lastBlow = Date.now()
  await waitUntil('every document is settled', async () => (await settleAccounts(connectionString, documents)).lost.length === 0, drainLimitMs).catch(() => {})
  const recoveredS = Math.round((Date.now() - lastBlow) / 100) / 10
  return { accounts: await settleAccounts(connectionString, documents), incidents: await statedIncidents(connectionString), recoveredS }
}

function difference(these: readonly string[], those: readonly string[]): string[] {
  const known = new Set(those)
  return these.filter((one) => !known.has(one))
}
