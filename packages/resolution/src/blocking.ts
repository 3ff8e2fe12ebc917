import { dayNumber, lengthInDays } from './dates.ts'
import { placeWords } from './names.ts'
import { makesIncident } from './stages.ts'
import type { Telling } from './types.ts'

const STATED_SLACK_DAYS = 3
/** An event without a day was told at most so long after it happened. */
const TOLD_WITHIN_DAYS = 21
const LONG_SPAN_DAYS = 62

/** A denial is compared with the incidents that it denies. */
export function isDenial(telling: Telling): boolean {
  const event = telling.events[0]
  return telling.kind === 'event' && event !== undefined && event.status === 'denied' && makesIncident(event.type)
}

/** Keys under which a telling is looked up: two tellings can match only if they share one. Step or type, country or word of a place, weeks around its days; and its group of copies. */
export function blockingKeys(telling: Telling): string[] {
  const event = telling.events[0]
  if (event === undefined) return []
  const what = telling.kind === 'incident' || isDenial(telling) ? telling.step : `${event.type} ${event.status}`
  const where = [telling.country ?? '??', ...telling.places.flatMap(placeWords)]
  return [
    ...where.flatMap((word) => weeksOf(telling).map((week) => `${what} ${word} ${week}`)),
    `copy ${what} ${telling.document.duplicate_of ?? telling.document.document_id}`,
  ]
}

function weeksOf({ span, reported_on }: Telling): string[] {
  if (span !== null && lengthInDays(span) > LONG_SPAN_DAYS) return [`from ${span.from.slice(0, 4)}`]
  if (span !== null) return weeks(dayNumber(span.from) - STATED_SLACK_DAYS, dayNumber(span.to) + STATED_SLACK_DAYS)
  if (reported_on === null) return ['undated']
  return weeks(dayNumber(reported_on) - TOLD_WITHIN_DAYS, dayNumber(reported_on) + STATED_SLACK_DAYS)
}

function weeks(from: number, to: number): string[] {
  const first = Math.floor(from / 7)
  return Array.from({ length: Math.floor(to / 7) - first + 1 }, (_, index) => `w${first + index}`)
}
