import type { Pack } from '../packs/types.ts'
import { addDays, addMonths, type Day, dayEdtf, monthEdtf, parseDay, weekdayOf } from './calendar.ts'
import { daySpan, longSpan, monthSpan, yearSpan } from './date-spans.ts'
import { type At, day, dayMonth, type Found, monthDay, monthYear, numericDate, word, YEAR } from './single-dates.ts'
import type { DateMention, Sentence, Token } from './types.ts'

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
