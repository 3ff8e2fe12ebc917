/** What can be wrong with a feed that was read all the same, in plain words. */
export const problems = {
  notWellFormed: 'The feed is not well-formed XML. What is intact was read.',
  cutOff: 'The feed is cut off: its end is missing. What is intact was read.',
  brokenJson: 'The feed is broken or cut off JSON. What is intact was read.',
  nul: 'The feed contains NUL characters, which were ignored.',
  sharedIds: 'Several entries carry the same id; their addresses tell them apart.',
  noEntries: 'The feed has no entries.',
  badDates: 'Some dates cannot be read.',
  tooMany: (limit: number) => `The feed has more than ${limit} entries; the first ${limit} were read.`,
  lost: (count: number) => `${count} ${count === 1 ? 'entry is' : 'entries are'} broken and left out.`,
} as const

const DAMAGE: readonly string[] = [problems.notWellFormed, problems.cutOff, problems.brokenJson]

/** True when the feed was broken in a way that can cost entries. */
export function isDamaged(found: readonly string[]): boolean {
  return found.some((problem) => DAMAGE.includes(problem) || problem.endsWith('left out.'))
}

/** True when entries may be missing from what was read, so that none may be taken for withdrawn. */
export function isPartial(found: readonly string[]): boolean {
  return isDamaged(found) || found.some((problem) => problem === problems.noEntries || problem.endsWith('were read.'))
}
