/** A word of the text with its place. */
export type Word = Readonly<{ text: string; lower: string; start: number; end: number; capital: boolean; gap: string }>

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-'’.][\p{L}\p{M}\p{N}]+)*/gu
const CAPITAL = /^\p{Lu}/u
const LOWER = /\p{Ll}/u

/** Words in order; `gap` is what stands between the previous word and this one. */
export function scanWords(text: string): Word[] {
  const out: Word[] = []
  let last = 0
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    const word = match[0]
    out.push({ text: word, lower: word.toLowerCase(), start, end: start + word.length, capital: CAPITAL.test(word), gap: text.slice(last, start) })
    last = start + word.length
  }
  return out
}

/** True when most longer words of the line are capitalised, so that a capital says nothing. */
export function isTitleCase(words: readonly Word[]): boolean {
  const long = words.filter((word) => word.text.length > 3 && LOWER.test(word.text))
  return long.length >= 3 && long.filter((word) => word.capital).length / long.length > 0.7
}
