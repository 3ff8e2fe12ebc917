/** The text as it is compared: NFKC, lower case, letters and digits only, one space between words. Marks of scripts like Hindi stay. */
export function normalisedText(text: string): string {
  return wordsOf(text.toLowerCase()).join(' ')
}

/** The words of a text in their own case. Scripts without spaces (Chinese, Thai …) give one word per character. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFKC').match(WORD) ?? []
}

const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
// A number keeps its separators, so that "1,200" and "1.200" are one word each.
const WORD = new RegExp(`\\p{Nd}+(?:[.,]\\p{Nd}+)*|[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{M}])+`, 'gu')
