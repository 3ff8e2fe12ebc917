import type { TimelineBasis } from '@tipwire/domain'
import { dayOfInstant, middleOf, type Span } from './dates.ts'
import { isAnnounced } from './origins.ts'
import type { Telling } from './types.ts'
import type { Told } from './values.ts'

export type Timeline = Readonly<{ timeline_date: string; timeline_basis: TimelineBasis }>

/** The date for charts: the stated day, the middle of a known span, the day when a body first said so, or the day of the first report. */
export function timelineOf({ span, announced_on, tellings }: { span: Span | null; announced_on: string | null; tellings: readonly Telling[] }): Timeline {
  if (span !== null && span.from === span.to) return { timeline_date: span.from, timeline_basis: 'day' }
  if (span !== null) return { timeline_date: middleOf(span), timeline_basis: 'period' }
  if (announced_on !== null) return { timeline_date: announced_on, timeline_basis: 'announced' }
  return { timeline_date: firstReportedDay(tellings), timeline_basis: 'first_reported' }
}

function firstReportedDay(tellings: readonly Telling[]): string {
  const days = tellings.flatMap(({ document }) => dayOfInstant(document.published_at) ?? [])
  const collected = tellings.flatMap(({ document }) => dayOfInstant(document.collected_at) ?? [])
  return days.sort()[0] ?? collected.sort()[0] ?? '1970-01-01'
}

/** The first day on which a public body is known to have said so. */
export function announcedOn(tolds: readonly Told[]): string | null {
  const days = tolds.filter(({ telling, event }) => isAnnounced(telling.document, event)).flatMap(({ telling }) => telling.reported_on ?? [])
  return days.sort()[0] ?? null
}

/** Instant of the first report, null when no report has a time. */
export function firstReportedAt(tellings: readonly Telling[]): string | null {
  const times = tellings.flatMap(({ document }) => (document.published_at === null ? [] : [new Date(document.published_at).toISOString()]))
  return times.sort()[0] ?? null
}
