import { wordsOf } from './normalise.ts'

/** Two runs of words that stand in each other's place, with equal words on at least one side. */
type Hunk = Readonly<{ left: string[]; right: string[]; atEdge: boolean }>

/** What keeps two nearly equal texts apart: facts that one text has in the place where the other has another one. */
export type Difference = 'numbers' | 'dates' | 'names'

const DATE_WORD =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(t(ember)?)?|oct(ober)?|nov(ember)?|dec(ember)?|(mon|tues|wednes|thurs|fri|satur|sun)day)$/i
const NUMBER_WORD =
  /^(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen|dozens|hundreds|thousands)$/i
const CAPITALISED = /^\p{Lu}[\p{L}\p{M}]+$/u
/** In a long text words at the very start or end are often a frame (byline, date line, copyright), not the story. */
const FRAME_WORDS = 14
const LONG_WORDS = 120
/** More differing words than this: the texts are no template of each other, and Jaccard decides alone. */
const MOST_EDITS = 400

/**
 * Facts in which two nearly equal texts contradict each other. Added or dropped paragraphs are no contradiction: both sides
 * must have a fact of that kind in the same place. Template twins ("23 released on Friday", "31 released on Monday") show here.
 */
export function contradictions(a: string, b: string): Set<Difference> {
  const found = new Set<Difference>()
  for (const hunk of hunksOf(wordsOf(a), wordsOf(b))) {
    if (differ(hunk, (word) => /^\p{Nd}/u.test(word) || NUMBER_WORD.test(word))) found.add('numbers')
    if (differ(hunk, (word) => DATE_WORD.test(word))) found.add('dates')
    if (!hunk.atEdge && differ(hunk, isName)) found.add('names')
  }
  return found
}

function isName(word: string): boolean {
  return CAPITALISED.test(word) && !DATE_WORD.test(word) && !NUMBER_WORD.test(word)
}

/** Both sides have such words, and neither has all of the other's. */
function differ(hunk: Hunk, isSuch: (word: string) => boolean): boolean {
  const left = new Set(hunk.left.filter(isSuch).map(folded))
  const right = new Set(hunk.right.filter(isSuch).map(folded))
  return left.size > 0 && right.size > 0 && [...left].some((word) => !right.has(word)) && [...right].some((word) => !left.has(word))
}

function folded(word: string): string {
  return word.toLowerCase().replace(/[.,]/g, '')
}

function hunksOf(a: string[], b: string[]): Hunk[] {
  const pairs = equalPairs(
    a.map((word) => word.toLowerCase()),
    b.map((word) => word.toLowerCase()),
  )
  if (pairs === null) return []
  const hunks: Hunk[] = []
  let x = 0
  let y = 0
  for (const [nextX, nextY] of [...pairs, [a.length, b.length] as const]) {
    const hunk = { left: a.slice(x, nextX), right: b.slice(y, nextY), atEdge: x === 0 || nextX === a.length }
    if (hunk.left.length > 0 && hunk.right.length > 0 && !isFrame(hunk, a.length)) hunks.push(hunk)
    x = nextX + 1
    y = nextY + 1
  }
  return hunks
}

function isFrame({ left, right, atEdge }: Hunk, length: number): boolean {
  return atEdge && length >= LONG_WORDS && left.length <= FRAME_WORDS && right.length <= FRAME_WORDS
}

/** How far each diagonal of the edit graph is reached: x by x - y. */
type Reach = Map<number, number>

/** Positions of a longest common run of words (Myers 1986), or null when the texts differ in too many words. */
function equalPairs(a: readonly string[], b: readonly string[]): [number, number][] | null {
  const trace = shortestEdit(a, b)
  if (trace === null) return null
  const pairs: [number, number][] = []
  let [x, y] = [a.length, b.length]
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const from = edits === 0 ? { x: 0, y: 0 } : cameFrom(trace[edits] as Reach, x - y, edits)
    while (x > from.x && y > from.y) pairs.push([--x, --y])
    ;({ x, y } = from)
  }
  return pairs.reverse()
}

function cameFrom(reach: Reach, k: number, edits: number): { x: number; y: number } {
  const previous = goesDown(reach, k, edits) ? k + 1 : k - 1
  const x = reach.get(previous) ?? 0
  return { x, y: x - previous }
}

function goesDown(reach: Reach, k: number, edits: number): boolean {
  return k === -edits || (k !== edits && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
}

function shortestEdit(a: readonly string[], b: readonly string[]): Reach[] | null {
  const trace: Reach[] = []
  const reach: Reach = new Map([[1, 0]])
  for (let edits = 0; edits <= MOST_EDITS; edits++) {
    trace.push(new Map(reach))
    for (let k = -edits; k <= edits; k += 2) {
      const start = goesDown(reach, k, edits) ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1
      const x = slide({ a, b, x: start, k })
      reach.set(k, x)
      if (x >= a.length && x - k >= b.length) return trace
    }
  }
  return null
}

/** Follows equal words as far as they go. */
function slide({ a, b, x, k }: { a: readonly string[]; b: readonly string[]; x: number; k: number }): number {
  let end = x
  while (end < a.length && end - k < b.length && a[end] === b[end - k]) end++
  return end
}
