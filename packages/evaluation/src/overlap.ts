/** True when two values say the same. */
export type Same = (a: string, b: string) => boolean

export const equal: Same = (a, b) => a === b

/** How many of `expected` have a partner of their own in `given` (lists may hold a value twice). */
export function overlap(expected: readonly string[], given: readonly string[], same: Same = equal): number {
  return expected.length - unmatched(expected, given, same).length
}

/** Those of `wanted` that find no partner of their own in `given`. */
export function unmatched(wanted: readonly string[], given: readonly string[], same: Same = equal): string[] {
  const free = [...given]
  return wanted.filter((value) => {
    const at = free.findIndex((other) => same(value, other))
    if (at >= 0) free.splice(at, 1)
    return at < 0
  })
}
