import { mix } from './shingles.ts'

const SLOTS = 128
const BANDS = 32
const ROWS = SLOTS / BANDS
const EMPTY = 0xffffffff

/**
 * MinHash of a set of shingles with one permutation: each shingle falls into one of 128 slots, each slot keeps its smallest value,
 * empty slots borrow from their neighbours. The share of equal slots estimates the Jaccard similarity. No shingles, no signature.
 */
export function minhash(shingles: ReadonlySet<number>): number[] {
  if (shingles.size === 0) return []
  const slots = new Uint32Array(SLOTS).fill(EMPTY)
  for (const shingle of shingles) {
    const slot = shingle % SLOTS
    const value = mix(shingle ^ 0x9e3779b9)
    if (value < (slots[slot] as number)) slots[slot] = value
  }
  return densified(slots)
}

/** An empty slot takes the value of the next full one, changed by the distance, so that two texts borrow alike (Shrivastava 2014). */
function densified(slots: Uint32Array): number[] {
  return Array.from(slots, (value, slot) => {
    if (value !== EMPTY) return value
    let distance = 1
    while (slots[(slot + distance) % SLOTS] === EMPTY) distance++
    return mix((slots[(slot + distance) % SLOTS] as number) + Math.imul(distance, 0x9e3779b1))
  })
}

/**
 * Keys under which a signature is found again: 32 bands of 4 slots. Texts with Jaccard 0.8 share a band with probability above 0.9999,
 * with 0.5 at about 0.87, with 0.2 at about 0.05.
 */
export function bandsOf(signature: readonly number[]): string[] {
  if (signature.length === 0) return []
  return Array.from({ length: BANDS }, (_, band) => {
    let hash = band
    for (let row = 0; row < ROWS; row++) hash = mix(hash ^ (signature[band * ROWS + row] as number))
    return `${band.toString(36)}:${hash.toString(36)}`
  })
}

/** Estimate of the Jaccard similarity of two signatures, 0 to 1. Good for ranking candidates, never for a decision. */
export function estimatedJaccard(a: readonly number[], b: readonly number[]): number {
  if (a.length !== SLOTS || b.length !== SLOTS) return 0
  return a.filter((value, slot) => value === b[slot]).length / SLOTS
}
