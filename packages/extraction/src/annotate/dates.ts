import type { Pack } from '../packs/types.ts'
import { addDays, addMonths, clampDay, type Day, dayEdtf, monthEdtf, parseDay, weekdayOf } from './calendar.ts'
import type { DateMention, Sentence, Token } from './types.ts'

type At = Readonly<{ tokens: readonly Token[]; i: number; last: number; pack: Pack; today: Day | null; future: boolean; anchor: string | null }>
type Found = Omit<DateMention, 'first'> | null

const FUTURE = new Set(['will', 'expected', 'next', 'scheduled', 'hopes', 'hope', 'plans', 'due', 'listed', 'travel', 'shall', 'set', 'verdict', 'hearing'])

const PAST = new Set(['was', 'were', 'had', 'has', 'have', 'did', 'said'])

/** Dates of a sentence, resolved against the day of publication; without one only absolute dates come out. */
export function findDates(
  tokens: readonly Token[],
  sentence: Sentence,
  options: Readonly<{ pack: Pack; today: Day | null; anchor: string | null }>,
): DateMention[] {
  const out: DateMention[] = []
  let { anchor } = options
  let future = false
  for (let i = sentence.first; i < sentence.last; ) {
    const word = (tokens[i] as Token).lower
    if (word === 'by' && pointsAhead(tokens, i)) future = true
    else if (FUTURE.has(word)) future = true
    else if (PAST.has(word) || ((tokens[i] as Token).pos === 'VERB' && /ed$/u.test(word) && tokens[i - 1]?.pos !== 'AUX' && tokens[i - 1]?.pos !== 'ADV'))
      future = false
    const found = dateAt({ tokens, i, last: sentence.last, future, ...options, anchor })
    if (found) {
      out.push({ first: i, ...found })
      anchor = found.edtf
    }
    i = found ? found.last : i + 1
  }
  return out
}

/** "by 2027", "by the end of March": a day to come, unless the verb before is past. */
const pointsAhead = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.pos === 'VERB' && !/ed$/u.test(tokens[i - 1]?.lower ?? '') && !['DET', 'PRON'].includes(tokens[i + 1]?.pos ?? '')

function dateAt(at: At): Found {
  return (
    numericDate(at) ??
    daySpan(at) ??
    dayMonth(at) ??
    monthDay(at) ??
    monthSpan(at) ??
    longSpan(at) ??
    yearSpan(at) ??
    monthYear(at) ??
    weekday(at) ??
    relative(at) ??
    fromAnchor(at) ??
    year(at)
  )
}

const word = ({ tokens, i, last }: At, offset: number): string => (i + offset < last ? (tokens[i + offset] as Token).lower : '')
const DAY_NUMBER = /^(\d{1,2})(?:st|nd|rd|th)?$/u
const YEAR = /^(?:19|20)\d\d$/u

const day = (text: string): number | null => {
  const match = DAY_NUMBER.exec(text)
  const value = match ? Number(match[1]) : 0
  return value >= 1 && value <= 31 ? value : null
}

function numericDate(at: At): Found {
  const text = word(at, 0)
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text)
  if (iso) return { last: at.i + 1, edtf: text, grain: 'day' }
  const dotted = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/u.exec(text)
  if (!dotted) return null
  const [, d, m, y] = dotted.map(Number) as [number, number, number, number]
  return m >= 1 && m <= 12 && d >= 1 && d <= 31 ? { last: at.i + 1, edtf: dayEdtf({ year: y, month: m, day: d }), grain: 'day' } : null
}

const SPAN_JOINTS = new Set(['and', 'to', '-', '–', '—', 'until', 'through'])

/** "17 to 21 March 2025", "on 10 and 11 March", "Aug 13 and 14": days of one operation. */
function daySpan(at: At): Found {
  const shift = ['from', 'between'].includes(word(at, 0)) ? 1 : 0
  const there = { ...at, i: at.i + shift }
  const behind = day(word(there, 0)) !== null && SPAN_JOINTS.has(word(there, 1)) ? dayMonth({ ...there, i: there.i + 2 }) : null
  if (behind?.grain === 'day') return spanOf(behind, day(word(there, 0)) as number)
  const before = monthDay(there)
  const d = before && SPAN_JOINTS.has(tokenAt(there, before.last)) ? day(tokenAt(there, before.last + 1)) : null
  return before && d !== null && !(tokenAt(there, before.last + 2) in at.pack.dates.months) ? spanTo(there, before, d) : null
}

const tokenAt = (at: At, index: number): string => (index < at.last ? (at.tokens[index] as Token).lower : '')

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

/** "20 July 2024", "the 4th of April", "2–8 August" is left to the month. */
function dayMonth(at: At): Found {
  const d = day(word(at, 0))
  if (d === null) return null
  const shift = word(at, 1) === 'of' ? 1 : 0
  const month = at.pack.dates.months[word(at, 1 + shift)]
  if (month === undefined) return null
  return withYear(at, { month, day: d, used: 2 + shift })
}

/** "July 20, 2024", "Sept. 9" */
function monthDay(at: At): Found {
  const month = monthAt(at, 0)
  const d = day(word(at, 1))
  if (month === null || d === null || YEAR.test(word(at, 1))) return null
  return withYear(at, { month, day: d, used: 2 })
}

function monthAt(at: At, offset: number): number | null {
  const text = word(at, offset)
  const month = at.pack.dates.months[text]
  if (month === undefined) return null
  const token = at.tokens[at.i + offset] as Token
  // "may" and "march" are months only with a capital.
  return /^\p{Lu}/u.test(token.text) ? month : null
}

function withYear(at: At, { month, day: d, used }: { month: number; day: number; used: number }): Found {
  const shift = word(at, used) === ',' ? 1 : 0
  const stated = YEAR.test(word(at, used + shift)) ? Number(word(at, used + shift)) : null
  if (stated !== null) return { last: at.i + used + shift + 1, edtf: dayEdtf(clampDay({ year: stated, month, day: d })), grain: 'day' }
  if (at.today === null) return null
  return { last: at.i + used, edtf: dayEdtf(clampDay({ year: yearOfDay(at, month, d), month, day: d })), grain: 'day' }
}

/** The latest such day that has passed, or with a word of the future the next one; a slip of two days is allowed. */
function yearOfDay(at: At, month: number, d: number): number {
  const today = at.today as Day
  const distance = (month - today.month) * 30 + d - today.day
  if (at.future) return distance < -60 ? today.year + 1 : today.year
  return distance > 2 ? today.year - 1 : today.year
}

/** "between 2016 and 2019", "from 2017 to 2021", "2016-2019" */
function yearSpan(at: At): Found {
  const lead = word(at, 0)
  const first = lead === 'between' || lead === 'from' ? 1 : 0
  const joint = word(at, first + 1)
  const to = word(at, first + 2)
  if (!YEAR.test(word(at, first)) || !YEAR.test(to)) return null
  if (!['and', 'to', '-', '–', 'until'].includes(joint) || (joint === 'and' && lead !== 'between')) return null
  return { last: at.i + first + 3, edtf: `${word(at, first)}/${to}`, grain: 'range' }
}

/** "between March and August of 2016", "from January to May 2023" */
function monthSpan(at: At): Found {
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
function longSpan(at: At): Found {
  const lead = word(at, 0)
  if (lead !== 'between' && lead !== 'from') return null
  const start = dayMonth({ ...at, i: at.i + 1 }) ?? monthDay({ ...at, i: at.i + 1 }) ?? monthYear({ ...at, i: at.i + 1 })
  if (start === null || !SPAN_JOINTS.has(tokenAt(at, start.last))) return null
  const there = { ...at, i: start.last + 1 }
  const end = dayMonth(there) ?? monthDay(there) ?? monthYear(there)
  return end && start.edtf < end.edtf ? { last: end.last, edtf: `${start.edtf}/${end.edtf}`, grain: 'range' } : null
}

/** "July 2024", "in March", "last July", "the end of September" */
function monthYear(at: At): Found {
  const month = monthAt(at, 0)
  if (month === null) return null
  const shift = word(at, 1) === ',' || word(at, 1) === 'of' ? 1 : 0
  const stated = word(at, 1 + shift)
  if (YEAR.test(stated)) return { last: at.i + 2 + shift, edtf: monthEdtf(Number(stated), month), grain: 'month' }
  if (at.today === null) return null
  const before = at.i > 0 ? (at.tokens[at.i - 1] as Token).lower : ''
  const tail = word(at, 1)
  const lastYear = tail === 'last' && word(at, 2) === 'year'
  const thisYear = tail === 'this' && word(at, 2) === 'year'
  const year = lastYear ? at.today.year - 1 : thisYear ? at.today.year : monthInYear(at, month, before)
  return { last: at.i + (lastYear || thisYear ? 3 : 1), edtf: monthEdtf(year, month), grain: 'month' }
}

function monthInYear(at: At, month: number, before: string): number {
  const today = at.today as Day
  if (before === 'next' || (at.future && month >= today.month))
    return month > today.month ? today.year : today.year + (at.future && month === today.month ? 0 : 1)
  if (at.future) return today.year + 1
  return month > today.month || (before === 'last' && month === today.month) ? today.year - 1 : today.year
}

/** "on Saturday", "last Friday", "next Monday" */
function weekday(at: At): Found {
  const named = at.pack.dates.weekdays[word(at, 0)]
  if (named === undefined || at.today === null || !isWeekdayWord(at)) return null
  return dateAfterWeekday(at) ?? { last: at.i + 1, edtf: dayEdtf(addDays(at.today, daysTo(at, named, at.today))), grain: 'day' }
}

/** A capital, and for the short forms a comma: "Sat," is a day, "Chit Thu," is a name. */
function isWeekdayWord(at: At): boolean {
  if (!CAPITAL.test((at.tokens[at.i] as Token).text)) return false
  if (word(at, 0).length >= 4) return true
  return word(at, 1) === ',' && !CAPITAL.test(at.tokens[at.i - 1]?.text ?? '')
}

const CAPITAL = /^\p{Lu}/u

/** The named day before today, today itself, or with a word of the future the next one. */
function daysTo(at: At, named: number, today: Day): number {
  const before = at.i > 0 ? (at.tokens[at.i - 1] as Token).lower : ''
  const back = (weekdayOf(today) - named + 7) % 7
  if (before === 'last') return -(back === 0 ? 7 : back)
  if (before !== 'next' && !at.future) return -back
  return back === 0 ? 7 : 7 - back
}

/** "Monday, Sept. 9", "Monday (4 March)": the date counts, not the weekday. */
function dateAfterWeekday(at: At): Found {
  const shift = word(at, 1) === ',' || word(at, 1) === '(' ? 2 : 1
  const there = { ...at, i: at.i + shift }
  const full = dayMonth(there) ?? monthDay(there) ?? numericDate(there)
  if (full) return onWeekday(at, full)
  const d = shift === 2 && word(at, 1) === '(' ? day(word(at, 2)) : null
  if (d === null || word(at, 3) !== ')' || at.today === null) return null
  const month = d > at.today.day ? addMonths(at.today, -1) : at.today
  return { last: at.i + 4, edtf: dayEdtf({ ...month, day: d }), grain: 'day' }
}

/** "Tuesday, February 6": of the years around, the one in which that day is a Tuesday. */
function onWeekday(at: At, full: NonNullable<Found>): Found {
  const named = at.pack.dates.weekdays[word(at, 0)]
  const found = parseDay(full.edtf)
  if (found === null || named === undefined) return full
  const year = [found.year, found.year + 1, found.year - 1].find((one) => weekdayOf({ ...found, year: one }) === named)
  return year === undefined || hasYear(at, full) ? full : { ...full, edtf: dayEdtf({ ...found, year }) }
}

const hasYear = (at: At, full: NonNullable<Found>): boolean => at.tokens.slice(at.i, full.last).some((token) => YEAR.test(token.lower))

/** "yesterday", "this morning", "last month", "last year", "the day before" */
function relative(at: At): Found {
  if (at.today === null) return null
  const days = RELATIVE_DAYS.get(word(at, 0)) ?? (PARTS_OF_DAY.has(word(at, 1)) && word(at, 0) === 'this' ? 0 : undefined)
  if (days !== undefined) return { last: at.i + (word(at, 0) === 'this' ? 2 : 1), edtf: dayEdtf(addDays(at.today, days)), grain: 'day' }
  const shift = SHIFTS.get(word(at, 0))
  if (word(at, 0) === 'last' && word(at, 1) === 'night') return { last: at.i + 2, edtf: dayEdtf(addDays(at.today, -1)), grain: 'day' }
  const weekend = ['the', 'last'].includes(word(at, 0)) && word(at, 1) === 'weekend' ? lastWeekend(at.today) : null
  if (weekend !== null) return { last: at.i + 2, edtf: weekend, grain: 'day' }
  if (shift === undefined) return null
  if (word(at, 1) === 'month') return monthOf(addMonths(at.today, shift), at.i + 2)
  return word(at, 1) === 'year' ? { last: at.i + 2, edtf: String(at.today.year + shift), grain: 'year' } : null
}

/** Saturday and Sunday before the day of publication. */
function lastWeekend(today: Day): string {
  const sunday = addDays(today, -weekdayOf(today))
  return `${dayEdtf(addDays(sunday, -1))}/${dayEdtf(sunday)}`
}

const RELATIVE_DAYS: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
])
const PARTS_OF_DAY = new Set(['morning', 'evening', 'afternoon'])
const SHIFTS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
])

/** "the following month", "the day before", "a day earlier": counted from the date named last. */
function fromAnchor(at: At): Found {
  if (at.anchor === null) return null
  const three = `${word(at, 0)} ${word(at, 1)} ${word(at, 2)}`
  const anchorDay = parseDay(at.anchor)
  const days = DAY_STEPS.get(three)
  if (days !== undefined && anchorDay) return { last: at.i + 3, edtf: dayEdtf(addDays(anchorDay, days)), grain: 'day' }
  if (three !== 'the following month' && three !== 'the next month') return null
  const [year, month] = at.anchor.split('-').map(Number)
  return year && month ? monthOf(addMonths({ year, month, day: 1 }, 1), at.i + 3) : null
}

const DAY_STEPS: ReadonlyMap<string, number> = new Map([
  ['the following day', 1],
  ['the next day', 1],
  ['a day later', 1],
  ['the day before', -1],
  ['the previous day', -1],
  ['a day earlier', -1],
  ['the day after', 1],
])

const monthOf = (there: Day, last: number): Found => ({ last, edtf: monthEdtf(there.year, there.month), grain: 'month' })

const BEFORE_YEAR = new Set([
  'in',
  'since',
  'of',
  'during',
  'by',
  'from',
  'until',
  'late',
  'early',
  'mid',
  'throughout',
  'year',
  'before',
  'after',
  'for',
  '-',
  ',',
  '(',
  'a',
  'than',
  'the',
  'in-',
])

/** A bare year, when the word before it makes it one. */
function year(at: At): Found {
  if (!YEAR.test(word(at, 0)) || at.i === 0) return null
  const before = (at.tokens[at.i - 1] as Token).lower
  return BEFORE_YEAR.has(before) ? { last: at.i + 1, edtf: word(at, 0), grain: 'year' } : null
}
