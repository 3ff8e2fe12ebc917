/** Calendar days as `YYYY-MM-DD`, both inclusive. */
export type Span = Readonly<{ from: string; to: string }>

const DAY_MS = 86_400_000

/** Days since 1970-01-01 of `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
}

/** The day `YYYY-MM-DD` that lies so many days after 1970-01-01. */
export function dayOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}

/** The UTC day of an instant, or null. */
export function dayOfInstant(instant: string | null): string | null {
  if (instant === null) return null
  const time = Date.parse(instant)
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10)
}

/** First and last day that an EDTF value covers, or null for null and for what cannot be read. */
export function spanOfEdtf(edtf: string | null): Span | null {
  if (edtf === null) return null
  const [first, last = first] = edtf.replaceAll(/[~?%]/g, '').split('/')
  const from = boundsOf(first ?? '')
  const to = boundsOf(last ?? '')
  return from === null || to === null || to.to < from.from ? null : { from: from.from, to: to.to }
}

function boundsOf(date: string): Span | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)
  if (match === null) return null
  const [, year, month, day] = match
  if (day !== undefined) return isDay(date) ? { from: date, to: date } : null
  if (month !== undefined) return { from: `${year}-${month}-01`, to: dayOf(dayNumber(nextMonth(Number(year), Number(month))) - 1) }
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && dayOf(time / DAY_MS) === date
}

function nextMonth(year: number, month: number): string {
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}

/** Length of a span in days, both ends counted. */
export function lengthInDays({ from, to }: Span): number {
  return dayNumber(to) - dayNumber(from) + 1
}

/** Days between two spans; 0 when they touch or overlap. */
export function distanceInDays(a: Span, b: Span): number {
  return Math.max(0, dayNumber(b.from) - dayNumber(a.to), dayNumber(a.from) - dayNumber(b.to))
}

/** The middle day of a span. */
export function middleOf({ from, to }: Span): string {
  return dayOf(Math.floor((dayNumber(from) + dayNumber(to)) / 2))
}
