import type { ReportRole } from '@tipwire/domain'
import { bySortKey } from './cluster.ts'
import { meets } from './numbers.ts'
import type { ReportFacts, Telling, ToldEvent } from './types.ts'
import type { Told } from './values.ts'

/** The part of each document: first, repeats, adds, corrects, denies. `told` holds what each says, denials included. */
export function reportsOf(tolds: readonly Told[], denials: readonly Told[]): ReportFacts[] {
  const seen = new Set<string>()
  const documents = groupByDocument(tolds)
  const reports = documents.map(({ telling, origin, events }, index) => {
    const role = roleOf({ events, index, earlier: documents.slice(0, index), origin, isNews: noteNew(seen, events) })
    return { document_id: telling.document.document_id, role, origin_id: origin }
  })
  const denying = groupByDocument(denials).filter(({ telling }) => !reports.some(({ document_id }) => document_id === telling.document.document_id))
  return [...reports, ...denying.map(({ telling, origin }) => ({ document_id: telling.document.document_id, role: 'denies' as const, origin_id: origin }))]
}

type ByDocument = Readonly<{ telling: Telling; origin: string; events: readonly ToldEvent[] }>

function groupByDocument(tolds: readonly Told[]): ByDocument[] {
  return [...Map.groupBy(tolds, ({ telling }) => telling.document.document_id).values()]
    .map((group) => ({ telling: group[0]?.telling as Telling, origin: group[0]?.origin as string, events: group.map(({ event }) => event) }))
    .sort((a, b) => bySortKey(a.telling, b.telling))
}

function roleOf({
  events,
  index,
  earlier,
  origin,
  isNews,
}: {
  events: readonly ToldEvent[]
  index: number
  earlier: readonly ByDocument[]
  origin: string
  isNews: boolean
}): ReportRole {
  if (index === 0) return 'first'
  if (earlier.some((one) => one.origin === origin && contradicts(one.events, events))) return 'corrects'
  return isNews ? 'adds' : 'repeats'
}

function contradicts(a: readonly ToldEvent[], b: readonly ToldEvent[]): boolean {
  return a.some((x) =>
    b.some((y) => x.type === y.type && x.counts.some((left) => y.counts.some((right) => left.measure === right.measure && !meets(left, right)))),
  )
}

/** Notes what the document tells; true when some of it had not been told before. */
function noteNew(seen: Set<string>, events: readonly ToldEvent[]): boolean {
  const before = seen.size
  for (const event of events) {
    seen.add(event.type)
    for (const { measure } of event.counts) seen.add(`${event.type} ${measure}`)
    if (event.span !== null) seen.add(`${event.type} day`)
    if (event.place !== null) seen.add(`${event.type} place`)
    for (const value of [...event.nationalities, ...event.exploitation]) seen.add(`${event.type} ${value}`)
  }
  return seen.size > before
}
