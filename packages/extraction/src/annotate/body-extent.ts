import type { Pack } from '../packs/types.ts'
import { placesNamed, plainName } from './gazetteer.ts'
import type { Sentence, Token } from './types.ts'

export type Scan = Readonly<{ tokens: readonly Token[]; sentence: Sentence; pack: Pack; dates: readonly Readonly<{ first: number; last: number }>[] }>

/** Heads after which a list of subjects belongs to the name: "Ministry of Social Affairs, Veterans and Youth Rehabilitation". */
const LISTING = new Set([
  'ministry',
  'department',
  'office',
  'commission',
  'committee',
  'secretariat',
  'directorate',
  'bureau',
  'agency',
  'board',
  'minister',
  'secretary',
])

const COURTS = new Set(['court', 'courts'])
const SEATED = new Set(['embassy', 'consulate', 'court', 'courts', 'mission', 'tribunal'])

export const isCapital = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.text)

type Head = Readonly<{ head: number; end: number; headWord: string }>

/** What follows the head: "of Kenya", "for the District of Columbia", "in Suva", ", Phnom Penh". */
export function extend(scan: Scan, { head, end, headWord }: Head): number {
  const { tokens, sentence } = scan
  let at = end
  for (let round = 0; round < 4 && at < sentence.last; round++) {
    const joint = (tokens[at] as Token).lower
    const next = afterJoint(scan, { at, joint, headWord, opened: at > end })
    if (next <= at) break
    at = next
  }
  return at === end && end === head + 1 && LISTING.has(headWord) ? smallSubject(scan, at) : at
}

type Joint = Readonly<{ at: number; joint: string; headWord: string; opened: boolean }>

function afterJoint(scan: Scan, { at, joint, headWord, opened }: Joint): number {
  const { tokens, sentence } = scan
  const article = (tokens[at + 1] as Token | undefined)?.lower === 'the'
  // "the Embassy of Bangladesh in Tripoli, the Ministry of …": an article behind a comma begins the next body.
  if (article && joint === ',') return at
  const start = at + (article ? 2 : 1)
  if (!isCapital(tokens[start]) || start >= sentence.last || sentence.titleCase) return at
  if (opened && LISTING.has(headWord) && LIST_JOINTS.has(joint)) return listItem(scan, at)
  if (joint === ',' && COURTS.has(headWord) && placesNamed(plainName((tokens[start] as Token).text)).length > 0) return start + 1
  return OF_JOINTS.has(joint) || seats(joint, headWord) ? beyond(scan, start, at) : at
}

const LIST_JOINTS = new Set([',', 'and', '&'])
const OF_JOINTS = new Set(['of', 'for', 'on', 'against', 'to'])

/** "in Tripoli", ", Phnom Penh": the seat is a part of the name. */
const seats = (joint: string, headWord: string): boolean =>
  (joint === 'in' && SEATED.has(headWord)) || (joint === ',' && ['embassy', 'consulate', 'magistrate', 'wing'].includes(headWord))

/** ", Veterans, and Youth Rehabilitation": only when the list ends with "and". */
function listItem(scan: Scan, at: number): number {
  let last = at
  for (let i = at; i < scan.sentence.last; i = last) {
    const joint = jointAt(scan.tokens, i)
    if (joint === null) return at
    const end = capitalsFrom(scan, joint.next)
    if (end === joint.next) return joint.closes ? last : at
    last = end
    if (joint.closes) return last
  }
  return at
}

/** ",", "and" or ", and" between the items of a list. */
function jointAt(tokens: readonly Token[], i: number): { next: number; closes: boolean } | null {
  const word = tokens[i]?.lower
  if (word === 'and' || word === '&') return { next: i + 1, closes: true }
  if (word !== ',') return null
  return tokens[i + 1]?.lower === 'and' ? { next: i + 2, closes: true } : { next: i + 1, closes: false }
}

function beyond(scan: Scan, start: number, at: number): number {
  const end = capitalsFrom(scan, start)
  return end > start ? end : at
}

function capitalsFrom({ tokens, sentence, dates }: Scan, start: number): number {
  let at = start
  while (
    at < sentence.last &&
    !dates.some((date) => at >= date.first && at < date.last) &&
    (isCapital(tokens[at]) ||
      ((tokens[at] as Token).lower === '-' && isCapital(tokens[at + 1])) ||
      ((tokens[at] as Token).lower === "'s" && isCapital(tokens[at + 1])))
  )
    at++
  return at
}

/** "ministry of labour" */
function smallSubject({ tokens, sentence }: Scan, at: number): number {
  if ((tokens[at] as Token | undefined)?.lower !== 'of') return at
  let end = at + 1
  while (end < sentence.last && end < at + 3 && (tokens[end] as Token).pos === 'NOUN') end++
  return end > at + 1 ? end : at
}

export const RANKS = new Set(
  'colonel lieutenant captain sergeant superintendent constable brigadier corporal major general inspector chief commissioner'.split(' '),
)

/** "Police Colonel Wichai … of the Ranong": a rank behind a force begins a person, and a person is no part of a body. Returns where the body ends. */
export function beforeRank(tokens: readonly Token[], first: number, last: number): number {
  for (let at = first + 1; at < last; at++) {
    const force = ['police', 'army', 'navy', 'guard'].includes((tokens[at - 1] as Token).lower)
    if (force && isCapital(tokens[at]) && RANKS.has((tokens[at] as Token).lower) && isCapital(tokens[at + 1])) return at
  }
  return last
}

/** "Department of Foreign Affairs (DFA)" */
export function withInitials(tokens: readonly Token[], at: number, limit: number): number {
  const inside = tokens[at + 1]
  if (at + 2 >= limit || tokens[at]?.lower !== '(' || tokens[at + 2]?.lower !== ')' || inside === undefined) return at
  return /^\p{Lu}[\p{Lu}\d&-]{1,9}$/u.test(inside.text) ? at + 3 : at
}
