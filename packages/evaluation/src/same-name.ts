const shortWords = new Set(['the', 'of', 'in', 'and', 'for', 's'])
/** Share of the shorter name's words that the other one must have. */
const wordsInCommon = 0.6
/** Places this short are only equal as a whole. */
const shortPlace = 3

/** Two names of a body agree when most words of the shorter one are in the other: "Embassy of India" and "Indian Embassy of India, Phnom Penh". */
export function sameName(a: string, b: string): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  const fewer = Math.min(first.size, second.size)
  return fewer > 0 && [...first].filter((word) => second.has(word)).length / fewer >= wordsInCommon
}

/** Two places agree when one holds the other: "Bavet" and "Bavet City". */
export function samePlace(a: string, b: string): boolean {
  const [first, second] = [normalise(a), normalise(b)]
  if (first === second) return true
  return Math.min(first.length, second.length) > shortPlace && (first.includes(second) || second.includes(first))
}

function wordsOf(name: string): Set<string> {
  return new Set(
    normalise(name)
      .split(' ')
      .filter((word) => word !== '' && !shortWords.has(word)),
  )
}

/** Lower case, without accents and punctuation. */
function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
