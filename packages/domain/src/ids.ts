import { randomBytes } from 'node:crypto'

/** Prefixes of public and internal ids. Ids are opaque and never reused. */
export type IdPrefix = 'src' | 'itm' | 'doc' | 'run' | 'inc' | 'evt' | 'sta' | 'ser' | 'tel'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** A new id: prefix, then 48 bits of time and 80 random bits in Crockford's base 32, so that ids of one moment lie together. */
export function newId(prefix: IdPrefix, nowMs: number = Date.now()): string {
  let time = ''
  for (let i = 0, t = nowMs; i < 10; i++, t = Math.floor(t / 32)) time = ALPHABET[t % 32] + time
  let random = ''
  for (const byte of randomBytes(16)) random += ALPHABET[byte % 32]
  return `${prefix}_${time}${random}`
}
