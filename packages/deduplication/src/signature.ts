import { createHash } from 'node:crypto'
import { bandsOf, minhash } from './minhash.ts'
import { normalisedText } from './normalise.ts'
import { shinglesOf } from './shingles.ts'

export type Signature = Readonly<{ text_sha256: string; minhash: number[]; bands: string[] }>

/** Texts with fewer shingles are found by exact hash alone: a few words of boilerplate look alike everywhere. */
const MIN_SHINGLES = 12

/** What is stored of a text to find it again: hash of the normalised text, MinHash, and the bands to look it up by. */
export function signatureOf(text: string): Signature {
  const shingles = shinglesOf(text)
  const signature = shingles.size < MIN_SHINGLES ? [] : minhash(shingles)
  return { text_sha256: textHash(text), minhash: signature, bands: bandsOf(signature) }
}

/** SHA-256 (hex) of the normalised text: equal for texts that differ in case, spaces and punctuation only. */
export function textHash(text: string): string {
  return createHash('sha256').update(normalisedText(text)).digest('hex')
}
