import { beforeRank, extend, isCapital, type Scan, withInitials } from './body-extent.ts'
import { countryWords } from './countries.ts'
import { matchAt } from './phrases.ts'
import type { BodyMention, Sentence, Token } from './types.ts'

/** Words written small that may stand inside the name of a body, before its head. */
const SMALL_BEFORE = new Set(
  `high federal provincial local district national foreign immigration interior labour labor law enforcement central supreme government regional municipal magistrates special state public criminal
  anti border consular security military armed rescue county metropolitan military-linked social defence defense joint presidential military coast financial judicial provincial metropolitan civil revenue specialised specialized`.split(
    /\s+/,
  ),
)

/** Offices that a person's name follows: the name is not part of the body. */
const PERSONAL = new Set(['minister', 'secretary', 'spokesman', 'spokesperson', 'magistrate', 'ambassador', 'prosecutor', 'judge', 'attorney'])

const isWord = (token: Token | undefined): boolean => token !== undefined && /\p{L}/u.test(token.text)

/** Names of public bodies in a sentence; "police" and "officials" alone come out as generic. */
export function findBodies(tokens: readonly Token[], sentence: Sentence, options: Pick<Scan, 'pack' | 'dates'>): BodyMention[] {
  const scan = { tokens, sentence, ...options }
  const out: BodyMention[] = []
  const dated = (i: number): boolean => options.dates.some((date) => i >= date.first && i < date.last)
  for (let i = sentence.first; i < sentence.last; ) {
    const the = (tokens[i] as Token).lower === 'the' ? 1 : 0
    const body = dated(i) ? null : (agencyAt(scan, i) ?? initialledAt(scan, i + the) ?? apposedAt(scan, i) ?? bodyAt(scan, i))
    if (body) out.push(body)
    i = body ? body.last : i + 1
  }
  return out
}

/** Agencies known by name or initials. */
function agencyAt({ tokens, sentence, pack }: Scan, i: number): BodyMention | null {
  const token = tokens[i] as Token
  if (!isCapital(token)) return null
  for (let length = Math.min(5, sentence.last - i); length > 0; length--) {
    const words = tokens.slice(i, i + length)
    const key = words.map((word) => word.lower).join(' ')
    if (!pack.bodies.agencies.has(key) || (length === 1 && token.text !== token.text.toUpperCase() && token.text.length < 6)) continue
    const last = withInitials(tokens, i + length, sentence.last)
    return {
      first: i,
      last,
      name: nameOf(tokens, i, last),
      country: pack.bodies.agencies.get(key) ?? null,
      generic: key === 'un' || key === 'eu',
      kind: 'other',
    }
  }
  return null
}

/** "Women and Children Protection Center (WCPC)": capitals whose initials follow in brackets name a body, whatever their head. */
function initialledAt({ tokens, sentence }: Scan, i: number): BodyMention | null {
  if (i >= sentence.last || !isCapital(tokens[i]) || tokens[i]?.pos === 'DET') return null
  let last = i + 1
  while (last < sentence.last && last - i < 9 && (isCapital(tokens[last]) || LINKS.has(tokens[last]?.lower ?? ''))) last++
  const initials = tokens[last + 1]?.text ?? ''
  const end = withInitials(tokens, last, sentence.last)
  if (last - i < 2 || end === last || initials.charAt(0) !== tokens[i]?.text.charAt(0)) return null
  return { first: i, last: end, name: nameOf(tokens, i, end), country: countryIn(tokens, i, last), generic: false, kind: 'other' }
}

const ORGANISATIONS = new Set(
  'agency charity association group ngo shelter organisation organization nonprofit non-profit union foundation network society hospice congregation cooperative collective'.split(
    ' ',
  ),
)
const INTRODUCED = new Set(['run', 'supported', 'housed', 'accommodated', 'sheltered', 'paid', 'organised', 'organized', 'led', 'for', 'hosted'])

/** "Open Hands, a charity, …", "two shelters run by Haven of Hope": a name that is told to be a body's. */
function apposedAt({ tokens, sentence }: Scan, i: number): BodyMention | null {
  if (!isCapital(tokens[i]) || tokens[i]?.pos === 'DET' || isCapital(tokens[i - 1]) || sentence.titleCase) return null
  let last = i + 1
  while (last < sentence.last && last - i < 6 && (isCapital(tokens[last]) || (tokens[last]?.lower === 'of' && isCapital(tokens[last + 1])))) last++
  const introduced = tokens[i - 1]?.lower === 'by' && INTRODUCED.has(tokens[i - 2]?.lower ?? '') && last - i > 1
  if (!introduced && !isApposed(tokens, last, sentence.last)) return null
  return { first: i, last, name: nameOf(tokens, i, last), country: null, generic: false, kind: 'other' }
}

/** ", an agency", ", a local group" */
function isApposed(tokens: readonly Token[], comma: number, limit: number): boolean {
  if (tokens[comma]?.lower !== ',' || !['a', 'an'].includes(tokens[comma + 1]?.lower ?? '')) return false
  for (let at = comma + 2; at < Math.min(limit, comma + 6); at++) {
    const token = tokens[at] as Token
    if (ORGANISATIONS.has(token.lower)) return !['leader', 'member', 'worker', 'activist'].includes(tokens[at + 1]?.lower ?? '')
    if (token.pos !== 'ADJ' && token.pos !== 'NOUN' && token.pos !== 'PROPN' && token.lower !== '-') return false
  }
  return false
}

const LINKS = new Set(['of', 'and', 'for', 'the', 'in', 'on', 'against', '&', '-'])

function bodyAt(scan: Scan, i: number): BodyMention | null {
  const { tokens, sentence, pack } = scan
  const run = runAt(scan, i)
  if (run === null) return null
  const { head, end } = run
  const headWord = (tokens[head] as Token).lower
  const afterHead = extend(scan, { head, end, headWord })
  const named = PERSONAL.has(headWord) ? withoutName(tokens, { head, end: afterHead, limit: sentence.last }) : afterHead
  const first = isWord(tokens[i]) && (tokens[i] as Token).lower === 'the' ? i + 1 : i
  const last = beforeRank(tokens, first, withInitials(tokens, named, sentence.last))
  const proper = properWords(scan, first, last)
  const country = countryIn(tokens, first, last)
  return {
    first,
    last,
    name: nameOf(tokens, first, last),
    country,
    generic: !proper && (pack.bodies.generic.has(headWord) || afterHead === head + 1),
    kind: kindOf(headWord),
  }
}

/** Subjects of offices: what else stands at the end of "Minister of Labour and Foreign Employment …" is a person's name. */
const SUBJECTS = new Set(
  'affairs employment labor labour justice interior defence defense welfare development health education security state rehabilitation migration immigration tourism foreign social women children family home police transport finance trade commerce industry communications information digital economy gender rights'.split(
    ' ',
  ),
)

function withoutName(tokens: readonly Token[], { head, end, limit }: { head: number; end: number; limit: number }): number {
  if ((tokens[head + 1] as Token | undefined)?.lower === 'to')
    return matchAt(countryWords().names, tokens, { first: head + 2, last: Math.min(end, limit) })?.last ?? end
  if (end <= head + 2 || (tokens[head + 1] as Token).lower !== 'of') return end
  let last = end
  while (last > head + 2 && !SUBJECTS.has((tokens[last - 1] as Token).lower)) last--
  return last > head + 2 ? last : end
}

const kindOf = (head: string): BodyMention['kind'] =>
  head === 'embassy' || head === 'consulate' || head === 'ambassador'
    ? 'embassy'
    : head.startsWith('court') || head === 'tribunal' || head === 'magistrate' || head === 'judge'
      ? 'court'
      : head === 'police'
        ? 'police'
        : 'other'

/** Words up to the head of the name. */
function runAt(scan: Scan, i: number): { head: number; end: number } | null {
  const { tokens, sentence } = scan
  let head = -1
  let at = i
  for (; at < sentence.last && at - i < 9; at++) {
    if (isHeadAt(scan, at)) head = at
    else if (!goesOn(scan, { at, first: i, head })) break
  }
  if (head < 0) return null
  const end = sentence.titleCase || PERSONAL.has((tokens[head] as Token).lower) ? head + 1 : Math.max(head + 1, trimmedEnd(tokens, head, at))
  return { head, end }
}

const isHeadAt = ({ tokens, pack }: Scan, at: number): boolean =>
  (pack.bodies.heads.has((tokens[at] as Token).lower) && (tokens[at] as Token).pos !== 'VERB') || isAttorney(tokens, at)

/** Words after which a person's name follows the name of a body. */
const NAME_STARTS = new Set(['Justice', 'Judge', 'Detective'])

function goesOn({ tokens, pack }: Scan, { at, first, head }: { at: number; first: number; head: number }): boolean {
  const token = tokens[at] as Token
  if (head < 0) return isInside(tokens, at, first) || isJoined(tokens, at, first)
  const next = tokens[at + 1]
  if (token.lower === "'s" && isCapital(next) && pack.bodies.heads.has(next?.lower ?? '')) return true
  return isCapital(token) && !NAME_STARTS.has(token.text) && isInside(tokens, at, first)
}

/** "District Attorney", "U.S. Attorney", "Attorney General": an office; "defence attorney" and "Assistant U.S. Attorney" are people. */
function isAttorney(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== 'Attorney') return tokens[at]?.text === 'General' && tokens[at - 1]?.text === 'Attorney'
  const before = tokens[at - 1]?.lower ?? ''
  const earlier = tokens.slice(Math.max(0, at - 4), at).map((token) => token.lower)
  return ['district', 'u.s.', 'states'].includes(before) && !earlier.includes('assistant') && !earlier.includes('deputy')
}

function trimmedEnd(tokens: readonly Token[], head: number, end: number): number {
  let last = end
  while (last > head + 1 && !isCapital(tokens[last - 1])) last--
  return last
}

/** "the International Migration and Child Protection Office": "and" inside a name, before its head. */
const isJoined = (tokens: readonly Token[], at: number, first: number): boolean =>
  tokens[at]?.lower === 'and' &&
  at > first &&
  isCapital(tokens[at - 1]) &&
  isCapital(tokens[at + 1]) &&
  ['the', 'said'].includes(tokens[first - 1]?.lower ?? tokens[first]?.lower ?? '')

function isInside(tokens: readonly Token[], at: number, first: number): boolean {
  const token = tokens[at] as Token
  if (token.lower === '-' || token.lower === "'s" || token.lower === "'" || token.lower === '&') return at > first
  if (token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'NUM') return isCapital(token) && at > first
  if (isCapital(token))
    return token.pos !== 'ADP' && token.pos !== 'SCONJ' && token.pos !== 'PRON' && token.pos !== 'CCONJ' && !(token.pos === 'DET' && at > first)
  return SMALL_BEFORE.has(token.lower)
}

function properWords({ tokens, sentence, pack }: Scan, first: number, last: number): boolean {
  if (last - first === 1 && pack.bodies.generic.has((tokens[first] as Token).lower)) return false
  for (let i = first; i < last; i++) {
    const token = tokens[i] as Token
    if (!isCapital(token) || token.pos === 'DET') continue
    if (i > sentence.first || !pack.bodies.generic.has(token.lower)) {
      if (!(i === sentence.first && last - first === 1)) return true
    }
  }
  return last - first > 2 && (tokens[first + 1] as Token).lower === 'of'
}

function countryIn(tokens: readonly Token[], first: number, last: number): string | null {
  const { names, demonyms } = countryWords()
  for (let i = first; i < last; i++) {
    const match = matchAt(demonyms, tokens, { first: i, last }) ?? matchAt(names, tokens, { first: i, last })
    if (match) return match.value.country
  }
  return null
}

/** The words as written, with one space where the text has any. */
export function nameOf(tokens: readonly Token[], first: number, last: number): string {
  let out = ''
  for (let i = first; i < last; i++) {
    const token = tokens[i] as Token
    const before = tokens[i - 1]
    out += i > first && before && token.start > before.end ? ` ${token.text}` : token.text
  }
  return out
}
