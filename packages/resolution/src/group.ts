import type { Reading } from '@tipwire/domain'
import { clusterTellings, matchesAmong } from './cluster.ts'
import { type CaseNode, linkIncidents } from './link.ts'
import { settle } from './settle.ts'
import { tell } from './tell.ts'
import type { Telling, TellingDocument } from './types.ts'

export type GroupInput = Readonly<{ document: TellingDocument; reading: Reading }>
export type Grouped = Readonly<{ id: string; cluster: string | null; duplicate_of: string | null; reasons: string[] }>

/**
 * The resolver's own steps on an empty memory, all at once: which documents are mainly about one case.
 * A case is an incident with all that follows it. `cluster` is null for a document without an incident.
 */
export function groupDocuments(inputs: readonly GroupInput[]): Grouped[] {
  const tellings = inputs.flatMap(({ document, reading }) => tell(document, reading))
  const matches = matchesAmong(tellings)
  const clusters = clusterTellings(tellings, matches)
  const incidents = clusters.flatMap((cluster) => nodeOf(cluster))
  const follows = linkIncidents(incidents.map(({ node }) => node))
  const caseOf = new Map(incidents.flatMap(({ node, cluster }) => cluster.map(({ telling_id }) => [telling_id, rootOf(node.id, follows)] as const)))
  return inputs.map(({ document }) => {
    const main = mainTelling(tellings.filter((telling) => telling.document.document_id === document.document_id && caseOf.has(telling.telling_id)))
    const cluster = main === null ? null : (caseOf.get(main.telling_id) ?? null)
    const joined = matches.filter(({ a, b, comparison }) => main !== null && comparison.verdict === 'same' && (a === main.telling_id || b === main.telling_id))
    const reasons =
      joined.length === 0 ? [cluster === null ? 'no_incident' : 'first_of_its_case'] : [...new Set(joined.flatMap(({ comparison }) => comparison.reasons))]
    return { id: document.document_id, cluster, duplicate_of: document.duplicate_of, reasons }
  })
}

function nodeOf(cluster: readonly Telling[]): { node: CaseNode; cluster: readonly Telling[] }[] {
  const { incident } = settle(cluster)
  const first = cluster[0]
  return incident === null || first === undefined ? [] : [{ node: { id: first.telling_id, sort_key: first.sort_key, facts: incident.case_facts }, cluster }]
}

function rootOf(id: string, follows: ReadonlyMap<string, string>): string {
  let root = id
  for (let next = follows.get(root); next !== undefined && next !== id; next = follows.get(root)) root = next
  return root
}

/** What the document is mainly about: the telling whose words come first in the title; without one, that with the latest stated day, else the first. */
function mainTelling(tellings: readonly Telling[]): Telling | null {
  const incidents = tellings.filter(({ kind }) => kind === 'incident')
  const choice = incidents.length > 0 ? incidents : tellings
  return choice.toSorted((a, b) => titlePosition(a) - titlePosition(b) || latest(b).localeCompare(latest(a)))[0] ?? null
}

const NOT_IN_TITLE = Number.MAX_SAFE_INTEGER

function titlePosition({ events }: Telling): number {
  const words = events.flatMap(({ evidence, counts }) => [...evidence, ...counts.flatMap((count) => count.evidence)])
  return Math.min(NOT_IN_TITLE, ...words.filter(({ field, role }) => field === 'title' && role !== undefined).map(({ start }) => start))
}

function latest({ span }: Telling): string {
  return span?.to ?? ''
}
