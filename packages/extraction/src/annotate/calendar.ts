/** A calendar day in the publisher's zone. */
export type Day = Readonly<{ year: number; month: number; day: number }>

const two = (value: number): string => String(value).padStart(2, '0')
export const dayEdtf = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`
export const monthEdtf = (year: number, month: number): string => `${year}-${two(month)}`

const toDate = ({ year, month, day }: Day): Date => new Date(Date.UTC(year, month - 1, day))
const fromDate = (date: Date): Day => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() })

export const addDays = (day: Day, days: number): Day => fromDate(new Date(toDate(day).getTime() + days * 86_400_000))
export const addMonths = ({ year, month }: Day, months: number): Day => fromDate(new Date(Date.UTC(year, month - 1 + months, 1)))
export const weekdayOf = (day: Day): number => toDate(day).getUTCDay()
/** 31 April becomes 30 April: a document's slip makes no invalid date. */
export const clampDay = ({ year, month, day }: Day): Day => ({ year, month, day: Math.min(day, new Date(Date.UTC(year, month, 0)).getUTCDate()) })
export const parseDay = (edtf: string): Day | null => {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(edtf)
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : null
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of an instant in a zone; without a zone the instant's own offset tells the day. */
export function dayIn(instant: string, zone: string | null | undefined): Day {
  const format = zone ? formatOf(zone) : null
  if (format === null) {
    const [year, month, day] = instant.slice(0, 10).split('-').map(Number) as [number, number, number]
    return { year, month, day }
  }
  const [year, month, day] = format.format(new Date(instant)).split('-').map(Number) as [number, number, number]
  return { year, month, day }
}

/** Null for a zone that this machine does not know: a wrong name must not stop a document. */
function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known) return known
  try {
    const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(zone, made)
    return made
  } catch {
    return null
  }
}
