const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
// Minutes east of Greenwich. Only names with one plain meaning in news feeds; IST is India's, whose feeds write it.
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  bst: 60,
  cet: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  ist: 330,
  npt: 345,
  ict: 420,
  wib: 420,
  sgt: 480,
  hkt: 480,
  pht: 480,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
}
const ISO = /^(\d{4})-?(\d{2})(?:-?(\d{2}))?(?:[T\s]\s?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?\s?([A-Za-z]{1,5}|[+-]\d{1,2}:?\d{0,2})?$/
const RFC822 =
  /^(?:[A-Za-z]{2,9}\.?,?\s+)?(\d{1,2})[\s-]([A-Za-z]{3,9})\.?,?[\s-](\d{2,4})(?:,?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?\s*([A-Za-z]{1,5}|(?:GMT|UTC)?[+-]\d{1,2}:?\d{0,2})?(?:\s*\(.{0,40}\))?$/
const AMERICAN = /^(?:[A-Za-z]{2,9}\.?,?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(?:(\d{1,2}):(\d{2})(?::(\d{2}))?\s+([A-Za-z]{1,5}|[+-]\d{4})?\s*)?(\d{4})$/

type Parts = { year: number; month: number; day: number; hour: number; minute: number; second: number; zone: string | undefined }

/**
 * A date as feeds write it (RFC 822 and its many bendings, ISO 8601), as an instant that keeps its offset: `2026-07-20T09:00:00+05:30`.
 * Without a zone it is taken as UTC. Null when it cannot be read.
 */
export function readDate(raw: string | null | undefined): string | null {
  const text = (raw ?? '').slice(0, 100).replaceAll(/\s+/g, ' ').trim()
  const parts = text === '' ? null : (fromIso(text) ?? fromRfc822(text) ?? fromAmerican(text))
  return parts === null ? null : write(parts)
}

function fromIso(text: string): Parts | null {
  const m = ISO.exec(text)
  if (!m) return null
  return {
    year: Number(m[1]),
    month: Number(m[2]),
    day: Number(m[3] ?? 1),
    hour: Number(m[4] ?? 0),
    minute: Number(m[5] ?? 0),
    second: Number(m[6] ?? 0),
    zone: m[7],
  }
}

function fromRfc822(text: string): Parts | null {
  const m = RFC822.exec(text)
  if (!m) return null
  return {
    year: fullYear(m[3] as string),
    month: monthOf(m[2]),
    day: Number(m[1]),
    hour: Number(m[4] ?? 0),
    minute: Number(m[5] ?? 0),
    second: Number(m[6] ?? 0),
    zone: m[7],
  }
}

function fromAmerican(text: string): Parts | null {
  const m = AMERICAN.exec(text)
  if (!m) return null
  return {
    year: Number(m[7]),
    month: monthOf(m[1]),
    day: Number(m[2]),
    hour: Number(m[3] ?? 0),
    minute: Number(m[4] ?? 0),
    second: Number(m[5] ?? 0),
    zone: m[6],
  }
}

function fullYear(text: string): number {
  const year = Number(text)
  if (text.length > 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return 0
  const named = ZONES[zone.toLowerCase()]
  if (named !== undefined) return named
  const m = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)
  if (!m) return null
  const minutes = Number(m[2]) * 60 + Number(m[3] ?? 0)
  return minutes > 14 * 60 ? null : (m[1] === '-' ? -1 : 1) * minutes
}

function write(parts: Parts): string | null {
  const offset = offsetOf(parts.zone)
  const second = Math.min(parts.second, 59)
  const local = new Date(Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, second))
  const real = local.getUTCMonth() === parts.month - 1 && local.getUTCDate() === parts.day && local.getUTCHours() === parts.hour
  if (offset === null || !real || parts.month < 1 || parts.year < 1900 || parts.year > 9999) return null
  return local.toISOString().slice(0, 19) + writeOffset(offset)
}

function writeOffset(minutes: number): string {
  if (minutes === 0) return 'Z'
  const two = (value: number) => String(value).padStart(2, '0')
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
