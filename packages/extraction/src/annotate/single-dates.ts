import type { Pack } from '../packs/types.ts'
import { clampDay, type Day, dayEdtf, monthEdtf } from './calendar.ts'
import type { DateMention, Token } from './types.ts'

export type At = Readonly<{ tokens: readonly Token[]; i: number; last: number; pack: Pack; today: Day | null; future: boolean; anchor: string | null }>
export type Found = Omit<DateMention, 'first'> | null

export const word = ({ tokens, i, last }: At, offset: number): string => (i + offset < last ? (tokens[i + offset] as Token).lower : '')
const DAY_NUMBER = /^(\d{1,2})(?:st|nd|rd|th)?$/u
export const YEAR = /^(?:19|20)\d\d$/u

export const day = (text: string): number | null => {
  const match = DAY_NUMBER.exec(text)
  const value = match ? Number(match[1]) : 0
  return value >= 1 && value <= 31 ? value : null
}

export function numericDate(at: At): Found {
  const text = word(at, 0)
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text)
  if (iso) return { last: at.i + 1, edtf: text, grain: 'day' }
  const dotted = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/u.exec(text)
  if (!dotted) return null
  const [, d, m, y] = dotted.map(Number) as [number, number, number, number]
  return m >= 1 && m <= 12 && d >= 1 && d <= 31 ? { last: at.i + 1, edtf: dayEdtf({ year: y, month: m, day: d }), grain: 'day' } : null
}

export const tokenAt = (at: At, index: number): string => (index < at.last ? (at.tokens[index] as Token).lower : '')

/** "20 July 2024", "the 4th of April", "2–8 August" is left to the month. */
export function dayMonth(at: At): Found {
  const d = day(word(at, 0))
  if (d === null) return null
  const shift = word(at, 1) === 'of' ? 1 : 0
  const month = at.pack.dates.months[word(at, 1 + shift)]
  if (month === undefined) return null
  return withYear(at, { month, day: d, used: 2 + shift })
}

/** "July 20, 2024", "Sept. 9" */
export function monthDay(at: At): Found {
  const month = monthAt(at, 0)
  const d = day(word(at, 1))
  if (month === null || d === null || YEAR.test(word(at, 1))) return null
  return withYear(at, { month, day: d, used: 2 })
}

export function monthAt(at: At, offset: number): number | null {
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

/** "July 2024", "in March", "last July", "the end of September" */
export function monthYear(at: At): Found {
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
