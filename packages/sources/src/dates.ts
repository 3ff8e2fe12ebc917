import { monthOf, ZONES } from './date-words.ts'

const ISO = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[T\s]\s?(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?)?)?\s?([A-Za-z]{1,5}|[+-]\d{1,2}:?\d{0,2})?$/
const ORDINAL = /^(\d{4})-?(\d{3})$/
const TIME = String.raw`(?:(?:,?\s+(?:at\s+)?|T)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?([ap]\.?m\.?)?)?`
const ZONE = String.raw`\s*([A-Za-z]{1,5}|(?:GMT|UTC)?[+-]\d{1,2}:?\d{0,2})?(?:\s*\(.{0,40}\))?`
const WEEKDAY = String.raw`(?:[\p{L}\p{M}]{1,14}\.?,?\s+)?`
const MONTH = String.raw`([\p{L}\p{M}]{3,14})\.?`
const DAY_FIRST = new RegExp(`^${WEEKDAY}(\\d{1,2})\\.?(?:[\\s-]|\\sde\\s)${MONTH},?(?:[\\s-]|\\sde\\s)(\\d{2,4})${TIME}${ZONE}$`, 'iu')
const MONTH_FIRST = new RegExp(`^${WEEKDAY}${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${TIME}${ZONE}$`, 'iu')
const YEAR_LAST = new RegExp(`^${WEEKDAY}${MONTH}\\s+(\\d{1,2})${TIME}${ZONE}\\s+(\\d{4})$`, 'iu')
const NUMBERS = new RegExp(`^(\\d{1,4})([./])(\\d{1,2})\\2(\\d{2,4})\\.?${TIME}${ZONE}$`, 'iu')
const EAST_ASIAN =
  /^(\d{4})[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일](?:\s*(오전|오후|上午|下午|午前|午後)?\s*(\d{1,2})[:时時시]\s?(\d{2})(?:[:分분]\s?(\d{2}))?[秒초分분]?)?$/

type Parts = { year: number; month: number; day: number; hour: number; minute: number; second: number; zone: string | undefined; isOrdinal?: true }

/**
 * A date as feeds write it (RFC 822 and its many bendings, ISO 8601), as an instant that keeps its offset: `2026-07-20T09:00:00+05:30`.
 * Without a zone it is taken as UTC. Null when it cannot be read.
 */
export function readDate(raw: string | null | undefined): string | null {
  const text = (raw ?? '').slice(0, 100).replaceAll(/\s+/g, ' ').trim()
  if (text === '') return null
  for (const read of READERS) {
    const parts = read(text)
    if (parts !== null) return write(parts)
  }
  return null
}

type Clock = Pick<Parts, 'hour' | 'minute' | 'second' | 'zone'>
type Found = RegExpExecArray | null

const READERS: readonly ((text: string) => Parts | null)[] = [
  (text) => {
    const m = ORDINAL.exec(text)
    return m && { year: Number(m[1]), month: 1, day: Number(m[2]), ...MIDNIGHT, isOrdinal: true }
  },
  (text) => {
    const m = ISO.exec(text)
    return m && { year: Number(m[1]), month: Number(m[2] ?? 1), day: Number(m[3] ?? 1), ...clock(m.slice(4, 7), undefined, m[7]) }
  },
  (text) => named(DAY_FIRST.exec(text), { year: 3, month: 2, day: 1, time: 4, zone: 8 }),
  (text) => named(MONTH_FIRST.exec(text), { year: 3, month: 1, day: 2, time: 4, zone: 8 }),
  (text) => named(YEAR_LAST.exec(text), { year: 8, month: 1, day: 2, time: 3, zone: 7 }),
  fromNumbers,
  (text) => {
    const m = EAST_ASIAN.exec(text)
    const zone = text.includes('년') ? '+0900' : undefined
    return m && { year: Number(m[1]), month: Number(m[2]), day: Number(m[3]), ...clock(m.slice(5, 8), m[4], zone) }
  },
]

const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, zone: undefined }

function named(m: Found, at: { year: number; month: number; day: number; time: number; zone: number }): Parts | null {
  const month = m ? monthOf(m[at.month]) : 0
  if (!m || month === 0) return null
  const time = clock(m.slice(at.time, at.time + 3), m[at.time + 3], m[at.zone])
  return { year: fullYear(m[at.year] as string), month, day: Number(m[at.day]), ...time }
}

/** 2027/05/11, 11.05.2027, 13/05/2027: day and month are only believed where they can be told apart. */
function fromNumbers(text: string): Parts | null {
  const m = NUMBERS.exec(text)
  if (!m) return null
  const [a, b, c] = [m[1] as string, Number(m[3]), m[4] as string]
  const time = clock(m.slice(5, 8), m[8], m[9])
  if (a.length === 4) return { year: Number(a), month: b, day: Number(c), ...time }
  if (a.length === 3) return null
  if (m[2] === '.' || Number(a) > 12) return { year: fullYear(c), month: b, day: Number(a), ...time }
  return b > 12 || Number(a) === b ? { year: fullYear(c), month: Number(a), day: b, ...time } : null
}

function clock([hour = '0', minute = '0', second = '0']: readonly (string | undefined)[], half: string | undefined, zone: string | undefined): Clock {
  const late = half !== undefined && /^(?:p|오후|下午|午後)/i.test(half)
  const twelve = half === undefined ? Number(hour) : (Number(hour) % 12) + (late ? 12 : 0)
  return { hour: twelve, minute: Number(minute), second: Number(second), zone }
}

function fullYear(text: string): number {
  const year = Number(text)
  if (text.length > 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}

/** An unknown name of a zone counts as none: the day is right nearly always. */
function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return 0
  const named = ZONES[zone.toLowerCase()]
  if (named !== undefined) return named
  const m = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)
  if (!m) return 0
  const minutes = Number(m[2]) * 60 + Number(m[3] ?? 0)
  return minutes > 14 * 60 ? null : (m[1] === '-' ? -1 : 1) * minutes
}

function write(parts: Parts): string | null {
  const { year, month, day, hour, minute } = parts
  const offset = offsetOf(parts.zone)
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, Math.min(parts.second, 59)))
  const isDay = parts.isOrdinal ? day > 0 && local.getUTCFullYear() === year : new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1
  const isTime = hour < 24 || (hour === 24 && minute === 0 && parts.second === 0)
  if (offset === null || !isDay || !isTime || minute > 59 || day < 1 || year < 1900 || year > 9999) return null
  return local.toISOString().slice(0, 19) + writeOffset(offset)
}

function writeOffset(minutes: number): string {
  if (minutes === 0) return 'Z'
  const two = (value: number) => String(value).padStart(2, '0')
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
