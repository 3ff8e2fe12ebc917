import { normalisedText } from './normalise.ts'

/** Words in one shingle: five words in a row are rarely the same by chance. */
const SHINGLE_WORDS = 5

/** Hashes (32 bits) of all runs of five words. A text shorter than that is one shingle; an empty text has none. */
export function shinglesOf(text: string): Set<number> {
  const normalised = normalisedText(text)
  if (normalised === '') return new Set()
  const words = normalised.split(' ').map(hashOf)
  const size = Math.min(SHINGLE_WORDS, words.length)
  const shingles = new Set<number>()
  for (let start = 0; start + size <= words.length; start++) {
    let hash = 0x811c9dc5
    for (let i = start; i < start + size; i++) hash = mix(hash ^ (words[i] as number))
    shingles.add(hash)
  }
  return shingles
}

/** Share of shingles that two texts have in common, 0 to 1. Two empty texts have nothing in common. */
export function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const common = commonCount(a, b)
  const all = a.size + b.size - common
  return all === 0 ? 0 : common / all
}

/** Share of the smaller text that the larger one contains, 0 to 1. */
export function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const smaller = Math.min(a.size, b.size)
  return smaller === 0 ? 0 : commonCount(a, b) / smaller
}

function commonCount(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let common = 0
  for (const shingle of small) if (large.has(shingle)) common++
  return common
}

/** FNV-1a over UTF-16 units, then mixed, so that similar words lie far apart. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return mix(hash)
}

/** Finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
export function mix(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
