import { monthOf } from './months.ts'

type Day = { year: number; month: number; day: number }

const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?:[T\s]{1,2}(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?/
const DAY_FIRST = /(?<![\p{L}\d])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]{1,3}(?:de\s|of\s)?([\p{L}]{3,12})\.?,?[\s-]{1,3}(?:de\s|del\s)?(\d{4})(?!\d)/u
const MONTH_FIRST = /(?<!\p{L})([\p{L}]{3,12})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})(?!\d)/u
const NUMERIC = /(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/
const YEAR_FIRST = /(?<!\d)(20\d{2}|19\d{2})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/
const CHINESE = /(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/
const CLOCK = /(?<!\d)(\d{1,2})[:.](\d{2})(?::(\d{2}))?\s?(am|pm|a\.m\.|p\.m\.)?\s?(?:\(?(GMT|UTC|Z|[+-]\d{2}:?\d{2}))?/i
const MAX_LOOK = 2000

/** Days before news was on the web, and after tomorrow, are misreadings. `after` is the first impossible day. */
const plausible = ({ year, month, day }: Day): boolean => year >= 1995 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31

/**
 * The first date in a piece of text, as an instant that keeps its offset. A date without a time becomes noon UTC, so that it is
 * the same day nearly everywhere; a time without a zone is taken as UTC. Null when there is none.
 */
export function findDate(raw: string, { monthFirst = false } = {}): string | null {
  const text = raw.slice(0, MAX_LOOK)
  return fromIso(text) ?? fromWords(text) ?? fromNumbers(text, monthFirst)
}

/** The day in a URL's path: /2026/07/20/, /2026-07-20- or /20260720. */
export function dateInUrl(url: string): string | null {
  const path = URL.parse(url)?.pathname ?? ''
  const m = /\/(20\d{2}|199\d)[/_-]?(\d{2})[/_-]?(\d{2})(?!\d)/.exec(path) ?? /[/_-](20\d{2})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(path)
  return m ? instant({ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }, null) : null
}

/** A machine-readable date (`datetime`, JSON-LD, meta): ISO first, then whatever a person would write. */
export function machineDate(raw: string | null | undefined): string | null {
  const text = (raw ?? '').trim()
  if (text === '') return null
  const stamp = /^\d{10}(?:\d{3})?$/.test(text) ? new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString() : text
  const compact = COMPACT.exec(stamp)
  const day = compact ? { year: Number(compact[1]), month: Number(compact[2]), day: Number(compact[3]) } : null
  if (compact && day && plausible(day))
    return instant(day, compact[4] ? { hour: Number(compact[4]), minute: Number(compact[5]), second: Number(compact[6] ?? 0), zone: 'Z' } : null)
  return findDate(stamp)
}

function fromIso(text: string): string | null {
  const m = ISO.exec(text)
  if (!m) return null
  const day = { year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }
  return instant(day, m[4] === undefined ? null : { hour: Number(m[4]), minute: Number(m[5]), second: Number(m[6] ?? 0), zone: m[7] ?? 'Z' })
}

function fromWords(text: string): string | null {
  const chinese = CHINESE.exec(text)
  if (chinese) return withClock({ year: Number(chinese[1]), month: Number(chinese[2]), day: Number(chinese[3]) }, text.slice(chinese.index + chinese[0].length))
  const found = [namedMonth(text, DAY_FIRST, [3, 2, 1]), namedMonth(text, MONTH_FIRST, [3, 1, 2])].filter((one) => one !== null)
  const [first] = found.toSorted((a, b) => a.index - b.index)
  return first ? withClock(first.day, text.slice(first.end)) : null
}

function namedMonth(text: string, pattern: RegExp, [year, month, day]: [number, number, number]): { day: Day; index: number; end: number } | null {
  for (const m of text.matchAll(new RegExp(pattern, 'gu'))) {
    const number = monthOf(m[month] ?? '')
    const found = { year: Number(m[year]), month: number ?? 0, day: Number(m[day]) }
    if (plausible(found)) return { day: found, index: m.index, end: m.index + m[0].length }
  }
  return null
}

function fromNumbers(text: string, monthFirst: boolean): string | null {
  const iso = YEAR_FIRST.exec(text)
  if (iso) return withClock({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }, text.slice(iso.index + iso[0].length))
  const m = NUMERIC.exec(text)
  if (!m) return null
  const [first, second] = [Number(m[1]), Number(m[3])]
  const american = m[2] === '/' && (second > 12 || (monthFirst && first <= 12))
  const year = (m[4] as string).length === 2 ? 2000 + Number(m[4]) : Number(m[4])
  return withClock({ year, month: american ? first : second, day: american ? second : first }, text.slice(m.index + m[0].length))
}

type Clock = { hour: number; minute: number; second: number; zone: string }

function withClock(day: Day, rest: string): string | null {
  const m = CLOCK.exec(rest.slice(0, 40))
  if (!m) return instant(day, null)
  const afternoon = /^p/i.test(m[4] ?? '') && Number(m[1]) < 12 ? 12 : 0
  const midnight = /^a/i.test(m[4] ?? '') && Number(m[1]) === 12 ? -12 : 0
  return instant(day, { hour: Number(m[1]) + afternoon + midnight, minute: Number(m[2]), second: Number(m[3] ?? 0), zone: m[5] ?? 'Z' })
}

function instant(day: Day, clock: Clock | null): string | null {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day))
  if (!plausible(day) || date.getUTCDate() !== day.day) return null
  const two = (value: number) => String(value).padStart(2, '0')
  const head = `${day.year}-${two(day.month)}-${two(day.day)}`
  const readable = clock !== null && clock.hour < 24 && clock.minute < 60 && clock.second < 60
  return readable ? `${head}T${two(clock.hour)}:${two(clock.minute)}:${two(clock.second)}${offset(clock.zone)}` : `${head}T12:00:00Z`
}

function offset(zone: string): string {
  const m = /^([+-]\d{2}):?(\d{2})$/.exec(zone)
  return m ? `${m[1]}:${m[2]}` : 'Z'
}
