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
  const joint = tokens[group.first - 1]?.lower ?? ''
  if (['them', 'whom'].includes(joint) && tokens[group.first - 2]?.lower === 'of') return true
  if (previous === undefined || group.subset || group.number === null) return false
  if (previous.part && previous.last >= group.first - 2 && [',', 'and'].includes(joint)) return true
  if (previous.last === group.first - 1 && [',', '('].includes(joint) && smaller(group, previous)) return true
  return [1, 2, 3].some((back) => group.first - back >= previous.last && PART_WORDS.has(tokens[group.first - back]?.lower ?? ''))
}

/** "11 others — six Thais, three Ugandans and two Ethiopians —": numbers that add up to one before them break it down. */
export function markBreakdowns({ tokens }: Scan, groups: readonly Group[]): Group[] {
  const out = [...groups]
  for (let i = 0; i < out.length; i++) {
    const run = listFrom(tokens, out, i)
    if (run.length < 2 || run.some((group) => group.part)) continue
    const sum = run.reduce((total, group) => total + (group.number?.min ?? 0), 0)
    const whole = out.findLastIndex((group, index) => index < i && !group.part && group.number?.min === sum && group.number.max === sum)
    if (whole < 0) continue
    const total = out[whole] as Group
    out[whole] = total.nationalities.length > 0 ? total : { ...total, nationalities: [...new Set(run.flatMap((group) => group.nationalities))] }
    run.forEach((group, offset) => {
      out[i + offset] = { ...group, part: true }
    })
  }
  return out
}

/** Exact numbers of people side by side, from one on. */
function listFrom(tokens: readonly Token[], groups: readonly Group[], start: number): Group[] {
  const out: Group[] = []
  for (let i = start; i < groups.length; i++) {
    const group = groups[i] as Group
    const before = out.at(-1)
    if (group.number === null || group.number.min === null || group.number.min !== group.number.max || group.anaphor) break
    const between = before ? tokens.slice(before.last, group.first).map((token) => token.lower) : []
    if (before && (between.length === 0 || between.some((word) => word !== ',' && word !== 'and'))) break
    out.push(group)
  }
  return out
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
    const merged = before && (before.last === group.first - 1 || pairs(tokens, before, group)) ? mergedWith(tokens, before, group) : null
    if (merged) out[out.length - 1] = merged
    else out.push(group)
  }
  return out
}

/** "the owner of the boat and a broker": two single people with a phrase of the first between them. */
function pairs(tokens: readonly Token[], before: Group, group: Group): boolean {
  const between = tokens.slice(before.last, group.first)
  return (
    before.number?.max === 1 &&
    group.number?.max === 1 &&
    between.length <= 7 &&
    ['of', 'at', 'from'].includes(between[0]?.lower ?? '') &&
    between.every((token) => token.pos !== 'VERB' && token.pos !== 'AUX' && token.pos !== 'PUNCT')
  )
}

function mergedWith(tokens: readonly Token[], before: Group, group: Group): Group | null {
  const joint = tokens[group.first - 1]?.lower
  if (joint === 'and' && isOneMore(tokens, before, group))
    return { ...group, first: before.first, number: group.number && { ...group.number, min: (group.number.min ?? 0) + 1, max: (group.number.max ?? 0) + 1 } }
  if (joint === 'and' && sums(before) && sums(group) && before.part === group.part) return summed(before, group)
  const apposed = group.anaphor && group.nationalities.length > 0 && ['all', 'both'].includes(tokens[group.first]?.lower ?? '')
  // "nine people, all Vietnamese"
  return joint === ',' && apposed && before.number !== null && before.nationalities.length === 0 ? { ...before, nationalities: group.nationalities } : null
}

/** "him and 15 other deckhands" are sixteen. */
const isOneMore = (tokens: readonly Token[], before: Group, { first, last, number }: Group): boolean =>
  ['him', 'her', 'me', 'he', 'she'].includes(tokens[before.head]?.lower ?? '') &&
  number?.qualifier === 'exact' &&
  tokens.slice(first, last).some((token) => token.lower === 'other' || token.lower === 'others')

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
