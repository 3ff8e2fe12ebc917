import { changes } from './changes.ts'
import { incidents } from './incidents.ts'
import { looseEvents } from './loose-events.ts'
import { statistics } from './statistics.ts'
import type { ExpectedIncident, ExpectedLooseEvent, ExpectedStatistic, Figures } from './types.ts'

/** All that is true in the newsroom after some steps. */
export type Expected = Readonly<{
  incidents: readonly ExpectedIncident[]
  looseEvents: readonly ExpectedLooseEvent[]
  statistics: readonly ExpectedStatistic[]
}>

/** What must stand in the store after the first `count` steps; 0 is before anything moves. */
export function expectedAfter(count: number): Expected {
  const byKey = new Map(incidents.map((incident) => [incident.key, incident]))
  const made = changes.slice(0, count)
  for (const change of made) {
    for (const [key, incident] of Object.entries(change.incidents ?? {})) {
      if (incident) byKey.set(key, incident)
      else byKey.delete(key)
    }
  }
  return { incidents: [...byKey.values()], looseEvents, statistics: [...statistics, ...made.flatMap((change) => change.statistics ?? [])] }
}

/** The true sum of a figure over incidents; null when no incident states it, as SQL has it. */
export function trueSum(expected: Expected, figure: keyof Figures): number | null {
  const stated = expected.incidents.flatMap((incident) => incident.figures[figure] ?? [])
  return stated.length === 0 ? null : stated.reduce((sum, people) => sum + people, 0)
}
