import type { Scan } from './people-phrases.ts'
import type { Group, Token } from './types.ts'

const PART_WORDS = new Set(['including', 'namely', 'comprising', 'among', 'mostly', 'whom', 'includes', 'consisting', 'included', 'being'])

/** Marks numbers that break a total down: "34 labourers, namely 14 men and 9 women", "23 Filipinos, 15 men and eight women". */
export function markParts({ tokens }: Scan, groups: readonly Group[]): Group[] {
  let previous: Group | undefined
  return groups.map((group) => {
    const out = group.part || isPart(tokens, group, previous) ? { ...group, part: true } : group
    // Pronouns between a total and its parts ("among them seven children") part nothing.
    if (!group.anaphor || group.number !== null) previous = out
    return out
  })
}

function isPart(tokens: readonly Token[], group: Group, previous: Group | undefined): boolean {
  if (previous === undefined || group.subset || group.number === null) return false
  const joint = tokens[group.first - 1]?.lower ?? ''
  if (previous.part && previous.last >= group.first - 2 && [',', 'and'].includes(joint)) return true
  if (previous.last === group.first - 1 && [',', '('].includes(joint) && smaller(group, previous)) return true
  return [1, 2, 3].some((back) => group.first - back >= previous.last && PART_WORDS.has(tokens[group.first - back]?.lower ?? ''))
}

function smaller(group: Group, total: Group): boolean {
  if (group.nationalities.length > 0 && total.nationalities.length > 0) return false
  if (total.number === null) return total.anaphor && group.number !== null
  return group.number !== null && (group.number.min ?? 0) < (total.number.min ?? 0)
}

/** "three girls and a woman" counts four: numbered groups of the same sort side by side are one. */
export function join({ tokens }: Scan, groups: readonly Group[]): Group[] {
  const out: Group[] = []
  for (const group of groups) {
    const before = out.at(-1)
    const merged = before && before.last === group.first - 1 ? mergedWith(tokens, before, group) : null
    if (merged) out[out.length - 1] = merged
    else out.push(group)
  }
  return out
}

function mergedWith(tokens: readonly Token[], before: Group, group: Group): Group | null {
  const joint = tokens[group.first - 1]?.lower
  if (joint === 'and' && sums(before) && sums(group) && before.part === group.part) return summed(before, group)
  const apposed = group.anaphor && group.nationalities.length > 0 && ['all', 'both'].includes(tokens[group.first]?.lower ?? '')
  // "nine people, all Vietnamese"
  return joint === ',' && apposed && before.number !== null && before.nationalities.length === 0 ? { ...before, nationalities: group.nationalities } : null
}

function summed(before: Group, group: Group): Group {
  const min = (before.number?.min ?? 0) + (group.number?.min ?? 0)
  const exact = before.number?.qualifier === 'exact'
  const qualifier = (exact ? group.number?.qualifier : before.number?.qualifier) ?? 'exact'
  return { ...before, last: group.last, head: group.head, number: { min, max: min, qualifier } }
}

const sums = (group: Group): boolean =>
  !group.named &&
  group.number !== null &&
  group.number.min !== null &&
  group.number.min === group.number.max &&
  group.nationalities.length === 0 &&
  !group.anaphor
