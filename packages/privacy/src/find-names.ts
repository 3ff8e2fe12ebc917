import { honorifics, nameParticles, notPersonWords, relatives, roleCues } from './lexicon.ts'
import type { Word } from './scan.ts'
import type { RoleToken } from './types.ts'

/** A name in one field: the words [first, last) and the token that replaces it. */
export type FoundName = Readonly<{ first: number; last: number; token: RoleToken }>

export type NameContext = Readonly<{ words: readonly Word[]; isKnown: (word: Word) => boolean; lowerSeen: ReadonlySet<string>; titleCase: boolean }>

/**
 * Runs of capitalised words that are no body, place or sentence start, and single ones after an honorific or a relative.
 * On doubt a run is a name.
 */
export function findNames(context: NameContext): FoundName[] {
  const out: FoundName[] = []
  const { words } = context
  for (let i = 0; i < words.length; ) {
    const last = runEnd(context, i)
    if (last > i && isName(context, i, last)) {
      out.push({ first: i, last, token: roleOf(words, i, last) })
      i = last
    } else i = Math.max(i + 1, last)
  }
  return out
}

function runEnd(context: NameContext, first: number): number {
  const { words } = context
  if (!partOfName(context, first)) return first
  let last = first + 1
  while (last < words.length && joined(words[last] as Word)) {
    if (partOfName(context, last)) last++
    else if (nameParticles.has((words[last] as Word).lower) && last + 1 < words.length && joined(words[last + 1] as Word) && partOfName(context, last + 1))
      last += 2
    else break
  }
  return last
}

const joined = (word: Word): boolean => word.gap === ' ' || word.gap === '\u00a0' || word.gap === '. '

function partOfName({ words, isKnown, lowerSeen }: NameContext, index: number): boolean {
  const word = words[index] as Word
  if (!word.capital || isKnown(word) || notPersonWords.has(word.lower) || honorifics.has(word.lower)) return false
  if (isAcronym(word.text)) return false
  return !(startsSentence(words, index) && lowerSeen.has(word.lower))
}

const isAcronym = (text: string): boolean => text.length > 1 && text === text.toUpperCase() && !text.includes('.')

function startsSentence(words: readonly Word[], index: number): boolean {
  const gap = (words[index] as Word).gap
  return index === 0 || gap.includes('\n') || gap.includes('.') || gap.includes('“') || gap.includes('"') || gap.includes(':') || gap.includes('?')
}

function isName({ words, titleCase, lowerSeen }: NameContext, first: number, last: number): boolean {
  const before = words[first - 1]
  if (before && (honorifics.has(before.lower) || (relatives.has(before.lower) && joined(words[first] as Word)))) return true
  if (last - first < 2) return false
  // In a headline in title case only words that the body never writes small can be a name, and the body decides.
  return !titleCase || words.slice(first, last).every((word) => !lowerSeen.has(word.lower) && word.text.includes('-'))
}

function roleOf(words: readonly Word[], first: number, last: number): RoleToken {
  const around = [...words.slice(Math.max(0, first - 3), first), ...words.slice(last, last + 3)]
  for (const { token, words: cues } of roleCues) if (around.some((word) => cues.has(word.lower))) return token
  return '[person]'
}
