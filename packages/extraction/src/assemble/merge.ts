import type { DateMention, Group } from '../annotate/types.ts'
import type { EventMention } from '../events/types.ts'
import type { Draft, DraftCount } from './types.ts'

/** Puts tellings of the same thing together: six mentions of 14 rescued are one rescue of 14. */
export function mergeMentions(mentions: readonly EventMention[]): Draft[] {
  const drafts: Draft[] = []
  for (const mention of mentions) {
    const draft = drafts.find((one) => fits(one, mention))
    if (!draft && isPartOf(drafts, mention)) continue
    if (draft) add(draft, mention)
    else drafts.push(start(mention))
  }
  return drafts
}

/** The numbers of a telling; parts of a total and "the women" say nothing of how many. */
function countsOf(mention: EventMention): DraftCount[] {
  const measure = mention.measure
  if (measure === undefined) return []
  return mention.people.flatMap((group) => (group.number === null || group.part ? [] : [{ measure, ...group.number, groups: [group] }]))
}

const dayOf = (mention: EventMention): DateMention | null => mention.dates[0] ?? null

function fits(draft: Draft, mention: EventMention): boolean {
  if (draft.type !== mention.type || draft.status !== mention.status) return false
  if (draft.counts[0]?.measure !== undefined && mention.measure !== undefined && draft.counts[0].measure !== mention.measure) return false
  const counts = countsOf(mention)
  const date = dayOf(mention)
  if (isOneOfThem(draft, mention, date)) return true
  if (!sameCounts(draft.counts, counts)) return false
  if (draft.date !== null && date !== null && !sameDate(draft.date.edtf, date.edtf)) return false
  if (otherPerson(draft, mention)) return false
  return compatibleNations(draft.nationalities, nationsOf(mention))
}

/** "Harlan P. got 11 years" after the couple's sentence: one of the people sentenced, no other sentence. */
function isOneOfThem(draft: Draft, mention: EventMention, date: DateMention | null): boolean {
  return (
    date === null &&
    draft.type === 'conviction_sentence' &&
    (draft.counts[0]?.min ?? 0) > 1 &&
    mention.people.length > 0 &&
    mention.people.every((group) => group.named || isFewer(group, draft))
  )
}

/** "Four others got five years each" after "five people were jailed": some of those told of. */
const isFewer = (group: Group, draft: Draft): boolean =>
  (group.anaphor || group.definite || group.head === group.first) &&
  group.number !== null &&
  (group.number.max ?? Number.MAX_SAFE_INTEGER) < (draft.counts[0]?.min ?? 0)

/** "Two of the women", after the event of all of them: no event of its own. */
const isPartOf = (drafts: readonly Draft[], mention: EventMention): boolean =>
  mention.people.length > 0 && mention.people.every((group) => group.subset) && drafts.some((one) => one.type === mention.type && one.counts.length > 0)

/** Two named people are two: their names stay inside this comparison. */
function otherPerson(draft: Draft, mention: EventMention): boolean {
  const known = draft.mentions.flatMap((one) => one.people).filter((group) => group.named)
  const now = mention.people.filter((group) => group.named)
  return known.length > 0 && now.length > 0 && !known.some((a) => now.some((b) => a.surname === b.surname))
}

function sameCounts(known: readonly DraftCount[], counts: readonly DraftCount[]): boolean {
  if (known.length === 0 || counts.length === 0) return true
  if (counts.some((count) => known.some((other) => other.min === count.min && other.max === count.max))) return true
  return isVague(known, counts) || isVague(counts, known)
}

/** "Hundreds" and 383 + 202 + 73 are the same people. */
function isVague(loose: readonly DraftCount[], exact: readonly DraftCount[]): boolean {
  const [one] = loose
  if (loose.length !== 1 || one === undefined || !VAGUE.has(one.qualifier)) return false
  const total = exact.reduce((sum, count) => sum + (count.min ?? 0), 0)
  return total >= (one.min ?? 0) && total <= (one.max ?? Number.MAX_SAFE_INTEGER)
}

const VAGUE = new Set(['dozens', 'hundreds', 'thousands'])

/** A day fits its month and its year. */
function sameDate(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`)
}

const compatibleNations = (a: readonly string[], b: readonly string[]): boolean => a.length === 0 || b.length === 0 || a.some((one) => b.includes(one))

export const nationsOf = (mention: EventMention): string[] => [...new Set(mention.people.flatMap((group: Group) => group.nationalities))]

function start(mention: EventMention): Draft {
  return {
    type: mention.type,
    status: mention.status,
    mentions: [mention],
    lent: null,
    operation: null,
    counts: countsOf(mention),
    date: dayOf(mention),
    place: null,
    country: null,
    toCountry: null,
    nationalities: nationsOf(mention),
    exploitation: [],
    actors: [],
    announcedBy: null,
  }
}

function add(draft: Draft, mention: EventMention): void {
  const exact = countsOf(mention)
  if (isVague(draft.counts, exact)) draft.counts = []
  const first = draft.counts.length === 0
  draft.mentions.push(mention)
  for (const count of exact) {
    const known = draft.counts.find((other) => other.min === count.min && other.max === count.max)
    if (known) known.groups.push(...count.groups)
    else if (first) draft.counts.push(count)
  }
  // "has helped the rescue of …" without people dates nothing that is told elsewhere.
  const date = mention.nominal && mention.people.length === 0 && mention.frame.counts !== 'none' ? null : dayOf(mention)
  if (date && (draft.date === null || (sameDate(draft.date.edtf, date.edtf) && date.edtf.length > draft.date.edtf.length))) draft.date = date
  if (draft.nationalities.length === 0) draft.nationalities = nationsOf(mention)
}
