import { StageError } from '@tipwire/domain'
import { parseFeed } from '@tipwire/sources'
import { randomOf } from '@tipwire/testkit'
import { type Mutation, mutations } from '../support/feed-mutations.ts'
import { writeFeed } from '../support/write-feed.ts'
import type { Fault } from './fault.ts'

const limitS = 1
const wantedShare = 0.95

type Tally = { feeds: number; intact: number; found: number; crashes: number; slow: number; slowestS: number }

/** Feeds are harmed in every way that the web knows, one by one; nothing crashes or takes long, and the entries that no blow touched come out. */
export const mutatedFeeds: Fault = {
  name: 'mutated-feeds',
  what: 'feeds with flipped bits, cuts, false charsets, bad entities, marks, or no feed at all',
  engines: ['postgres'],
  limit_s: 0,
  async run({ seed, short, say }) {
    const count = short ? 1000 : 10_000
    const names = Object.keys(mutations)
    const tallies = new Map(names.map((name) => [name, { feeds: 0, intact: 0, found: 0, crashes: 0, slow: 0, slowestS: 0 } satisfies Tally as Tally]))
    const details: string[] = []
    for (let n = 0; n < count; n++) {
      const name = names[n % names.length] as string
      const problem = await harmOne({ seed, n, mutation: mutations[name] as Mutation, tally: tallies.get(name) as Tally })
      if (problem) details.push(`feed ${n}, ${name}: ${problem}`)
    }
    const all = [...tallies.values()].reduce((sum, one) => ({
      feeds: sum.feeds + one.feeds,
      intact: sum.intact + one.intact,
      found: sum.found + one.found,
      crashes: sum.crashes + one.crashes,
      slow: sum.slow + one.slow,
      slowestS: Math.max(sum.slowestS, one.slowestS),
    }))
    for (const [name, one] of [...tallies, ['all', all] as const]) say(lineOf(name, one))
    const missing = Math.max(0, Math.ceil(all.intact * wantedShare) - all.found)
    return { injected: count, inputs: all.intact, lost: missing, duplicated: 0, dead: all.crashes + all.slow, recovered_s: 0, details }
  },
}

function lineOf(name: string, { feeds, intact, found, crashes, slow, slowestS }: Tally): string {
  const share = intact === 0 ? '–' : `${((100 * found) / intact).toFixed(2)} %`
  return `${name}: ${feeds} feeds, ${found} of ${intact} intact entries found (${share}), ${crashes} crashes, ${slow} over ${limitS} s, slowest ${slowestS.toFixed(3)} s`
}

/** What went wrong with one feed, null when nothing did. Processor time counts: this machine may have other things to do. */
async function harmOne({ seed, n, mutation, tally }: { seed: number; n: number; mutation: Mutation; tally: Tally }): Promise<string | null> {
  const random = randomOf(seed, `feed ${n}`)
  const { bytes, contentType, intact } = mutation(writeFeed(random, n), random)
  const before = process.cpuUsage()
  const { ids, crash } = await parseFeed(bytes, { url: 'https://courier.example/feed', contentType }).then(
    ({ entries }) => ({ ids: new Set(entries.map(({ id }) => id)), crash: null }),
    (error: unknown) => ({ ids: new Set<string>(), crash: error instanceof StageError ? null : error }),
  )
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  const found = intact.filter((id) => ids.has(id)).length
  tally.feeds++
  tally.intact += intact.length
  tally.found += found
  tally.crashes += crash ? 1 : 0
  tally.slow += seconds > limitS ? 1 : 0
  tally.slowestS = Math.max(tally.slowestS, seconds)
  if (crash) return `crashed: ${String(crash)}`
  if (seconds > limitS) return `took ${seconds} s`
  return found < intact.length * wantedShare ? `${found} of ${intact.length} found` : null
}
