/** Chance from a seed: the same seed gives the same run on every machine. */
export type Random = Readonly<{
  /** A whole number from `low` to `high`, both included. */
  whole: (low: number, high: number) => number
  pick: <T>(list: readonly T[]) => T
  /** True in `share` of all cases, 0 to 1. */
  chance: (share: number) => boolean
}>

/** Chance for one part of a run, by its seed and name: parts do not disturb each other, so any part can be made alone. */
export function randomOf(seed: number, part: string): Random {
  let state = hash(`${seed}/${part}`)
  // mulberry32: 32 bits of state are plenty for choosing words.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return { whole, chance: (share) => next() < share, pick: (list) => list[whole(0, list.length - 1)] as (typeof list)[number] }
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value
}
