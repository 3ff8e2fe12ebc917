import { honorifics, nameParticles, notPersonWords, relatives, roleCues } from './lexicon.ts'
import { isInflected, isOrdinaryWord } from './ordinary-words.ts'
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
  return context.titleCase ? namesInTitleCase(context) : namesInText(context)
}

function namesInText(context: NameContext): FoundName[] {
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

function isName({ words }: NameContext, first: number, last: number): boolean {
  return isIntroduced(words, first) || last - first >= 2
}

/** After "Mr" or "my son" one capitalised word is a name. */
function isIntroduced(words: readonly Word[], first: number): boolean {
  const before = words[first - 1]
  return before !== undefined && (honorifics.has(before.lower) || (relatives.has(before.lower) && joined(words[first] as Word)))
}

/**
 * In a headline in title case every word is a capital: a name is two or more words that are no ordinary ones and nowhere written small.
 * One such word takes the word before it along ("Maria", "Grace"), unless that is a verb's form or a plural ("Rescued").
 */
function namesInTitleCase(context: NameContext): FoundName[] {
  const out: FoundName[] = []
  for (let i = 0; i < context.words.length; i++) {
    if (!isStrange(context, i)) continue
    let last = i + 1
    while (last < context.words.length && isStrange(context, last) && joined(context.words[last] as Word)) last++
    const first = last - i === 1 && startsName(context, i - 1) ? i - 1 : i
    if (last - first >= 2 || isIntroduced(context.words, first)) out.push({ first, last, token: roleOf(context.words, first, last) })
    i = last
  }
  return out
}

/** No ordinary word, no place, body or acronym, and never written small here. */
function isStrange(context: NameContext, index: number): boolean {
  const word = context.words[index]
  return word !== undefined && partOfName(context, index) && !context.lowerSeen.has(word.lower) && !isOrdinaryWord(word.lower)
}

function startsName(context: NameContext, index: number): boolean {
  const word = context.words[index]
  if (word === undefined || !joined(context.words[index + 1] as Word) || !partOfName(context, index)) return false
  return !context.lowerSeen.has(word.lower) && !isInflected(word.lower)
}

function roleOf(words: readonly Word[], first: number, last: number): RoleToken {
  const around = [...words.slice(Math.max(0, first - 3), first), ...words.slice(last, last + 3)]
  for (const { token, words: cues } of roleCues) if (around.some((word) => cues.has(word.lower))) return token
  return '[person]'
}
