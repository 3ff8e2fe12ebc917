import { dayEdtf, monthEdtf, parseDay } from './calendar.ts'
import { type At, day, dayMonth, type Found, monthAt, monthDay, monthYear, tokenAt, word, YEAR } from './single-dates.ts'

const SPAN_JOINTS = new Set(['and', 'to', '-', '–', '—', 'until', 'through'])

/** "17 to 21 March 2025", "on 10 and 11 March", "Aug 13 and 14": days of one operation. */
export function daySpan(at: At): Found {
  const shift = ['from', 'between'].includes(word(at, 0)) ? 1 : 0
  const there = { ...at, i: at.i + shift }
  const behind = day(word(there, 0)) !== null && SPAN_JOINTS.has(word(there, 1)) ? dayMonth({ ...there, i: there.i + 2 }) : null
  if (behind?.grain === 'day') return spanOf(behind, day(word(there, 0)) as number)
  const before = monthDay(there)
  const d = before && SPAN_JOINTS.has(tokenAt(there, before.last)) ? day(tokenAt(there, before.last + 1)) : null
  return before && d !== null && !(tokenAt(there, before.last + 2) in at.pack.dates.months) ? spanTo(there, before, d) : null
}

function spanOf(end: NonNullable<Found>, first: number): Found {
  const last = parseDay(end.edtf)
  return last && first < last.day ? { ...end, edtf: `${dayEdtf({ ...last, day: first })}/${end.edtf}` } : null
}

function spanTo(at: At, start: NonNullable<Found>, last: number): Found {
  const shift = tokenAt(at, start.last + 2) === ',' ? 3 : 2
  const stated = YEAR.test(tokenAt(at, start.last + shift)) ? Number(tokenAt(at, start.last + shift)) : null
  const first = parseDay(start.edtf)
  if (first === null || last <= first.day) return null
  const year = stated ?? first.year
  const edtf = `${dayEdtf({ ...first, year })}/${dayEdtf({ ...first, year, day: last })}`
  return { last: start.last + (stated === null ? 2 : shift + 1), edtf, grain: 'day' }
}

/** "between 2016 and 2019", "from 2017 to 2021", "2016-2019" */
export function yearSpan(at: At): Found {
  const lead = word(at, 0)
  const first = lead === 'between' || lead === 'from' ? 1 : 0
  const joint = word(at, first + 1)
  const to = word(at, first + 2)
  if (!YEAR.test(word(at, first)) || !YEAR.test(to)) return null
  if (!['and', 'to', '-', '–', 'until'].includes(joint) || (joint === 'and' && lead !== 'between')) return null
  return { last: at.i + first + 3, edtf: `${word(at, first)}/${to}`, grain: 'range' }
}

/** "between March and August of 2016", "from January to May 2023" */
export function monthSpan(at: At): Found {
  const lead = word(at, 0) === 'between' || word(at, 0) === 'from' ? 1 : 0
  const from = lead === 1 ? monthAt(at, lead) : null
  const joint = word(at, lead + 1)
  if (from === null || (joint !== 'and' && joint !== 'to')) return null
  const to = monthAt(at, lead + 2)
  const shift = word(at, lead + 3) === 'of' || word(at, lead + 3) === ',' ? 1 : 0
  const current = word(at, lead + 3 + shift) === 'this' && word(at, lead + 4 + shift) === 'year' && at.today !== null
  const year = current ? String(at.today?.year) : word(at, lead + 3 + shift)
  if (to === null || !YEAR.test(year)) return null
  const first = from > to ? Number(year) - 1 : Number(year)
  return { last: at.i + lead + (current ? 5 : 4) + shift, edtf: `${monthEdtf(first, from)}/${monthEdtf(Number(year), to)}`, grain: 'range' }
}

/** "between March 2019 and August 2022", "from May 2018 to February 2021" */
export function longSpan(at: At): Found {
  const lead = word(at, 0)
  if (lead !== 'between' && lead !== 'from') return null
  const start = dayMonth({ ...at, i: at.i + 1 }) ?? monthDay({ ...at, i: at.i + 1 }) ?? monthYear({ ...at, i: at.i + 1 })
  if (start === null || !SPAN_JOINTS.has(tokenAt(at, start.last))) return null
  const there = { ...at, i: start.last + 1 }
  const end = dayMonth(there) ?? monthDay(there) ?? monthYear(there)
  return end && start.edtf < end.edtf ? { last: end.last, edtf: `${start.edtf}/${end.edtf}`, grain: 'range' } : null
}
