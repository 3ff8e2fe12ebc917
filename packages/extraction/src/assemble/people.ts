import type { ExploitationForm } from '@tipwire/domain'
import type { Annotated, Group } from '../annotate/types.ts'
import { exploitationIn } from '../events/exploitation.ts'
import { nationsOf } from './merge.ts'
import { originsTold } from './origins.ts'
import type { Draft } from './types.ts'

const SINGULAR = new Set(['he', 'she', 'him', 'her', 'his'])
const SAME_PEOPLE = new Set([
  'rescue_release',
  'repatriation',
  'handover_border',
  'deportation',
  'victim_identification',
  'assistance_shelter',
  'escape',
  'arrest_detention',
  'charge_indictment',
  'conviction_sentence',
  'extradition_transfer',
  'exploitation_reported',
])
const MOVES = new Set(['repatriation', 'handover_border', 'deportation'])

/** "The Indian nationals", "the group", "all 12": people named elsewhere lend their number and their nationality. */
export function resolvePeople(doc: Annotated, drafts: readonly Draft[]): void {
  const main = drafts.find((draft) => draft.type === 'rescue_release' && draft.status === 'happened' && draft.counts.length === 1)
  if (main) for (const draft of drafts) if (MOVES.has(draft.type) && draft.status === 'planned' && draft.counts.length === 0) lendMain(draft, main)
  for (const draft of drafts) {
    if (draft.counts.length === 0) lendNumber(doc, draft)
    if (draft.counts.length > 0 && draft.nationalities.length === 0) lendNationality(doc, draft)
    breakDown(doc, draft)
  }
}

function lendNumber(doc: Annotated, draft: Draft): void {
  const measure = draft.mentions[0]?.measure
  if (measure === undefined || !SAME_PEOPLE.has(draft.type)) return
  const anaphors = draft.mentions.flatMap((mention) => mention.people).filter((group) => group.anaphor && group.number === null && !group.part)
  for (const group of anaphors) {
    const antecedent = antecedentOf(doc, group)
    if (!antecedent?.number) continue
    draft.counts = [{ measure, ...antecedent.number, groups: [antecedent, group] }]
    draft.lent = doc.tokens[antecedent.first]?.sentence === doc.tokens[group.first]?.sentence ? 'near' : 'far'
    if (draft.nationalities.length === 0) draft.nationalities = [...antecedent.nationalities]
    return
  }
}

function lendNationality(doc: Annotated, draft: Draft): void {
  for (const mention of draft.mentions) {
    for (const group of mention.people) {
      if (!group.anaphor && !group.definite && !group.part) continue
      const antecedent = antecedentOf(doc, group)
      if (antecedent && antecedent.nationalities.length > 0 && isAsMany(antecedent, draft)) {
        draft.nationalities = [...antecedent.nationalities]
        return
      }
    }
  }
  if (FREED.has(draft.type) && draft.status === 'happened') draft.nationalities = originsTold(doc)
}

const FREED = new Set(['rescue_release', 'repatriation', 'escape'])
/** Six victims lend two suspects nothing. */
const isAsMany = (group: Group, draft: Draft): boolean => draft.counts.some((count) => count.min === group.number?.min && count.max === group.number?.max)

/** "118 Chinese, 71 Vietnamese, 44 Thais and 29 Indonesians" beside a total of 262: the total by nationality. */
function breakDown(doc: Annotated, draft: Draft): void {
  const [count] = draft.counts
  if (!count || count.min === null || count.min !== count.max || draft.nationalities.length > 1) return
  for (const sentence of doc.sentences) {
    const parts = doc.groups.filter(
      (group) =>
        group.first >= sentence.first &&
        group.last <= sentence.last &&
        group.number !== null &&
        group.nationalities.length === 1 &&
        group.number.min === group.number.max,
    )
    const total = parts.reduce((sum, group) => sum + (group.number?.min ?? 0), 0)
    if (parts.length < 2 || total !== count.min) continue
    draft.nationalities = parts.flatMap((group) => group.nationalities)
    count.by_nationality = Object.fromEntries(parts.map((group) => [group.nationalities[0] as string, group.number?.min ?? null]))
    return
  }
}

/** The people named last before, of the same grammatical number and at least as many. */
function antecedentOf(doc: Annotated, group: Group): Group | null {
  const word = doc.tokens[group.head]?.lower ?? ''
  const one = SINGULAR.has(word) || (group.number?.min === 1 && group.number.max === 1)
  const wanted = group.number?.min ?? 0
  const before = doc.groups.filter(
    (other) =>
      other.first < group.first && other.number !== null && !other.part && (!other.anaphor || other.nationalities.length > 0) && rolesAgree(group, other),
  )
  const fits = before.filter((other) =>
    one ? isOne(other) && !other.definite : !isOne(other) && !other.named && (other.number?.min ?? other.number?.max ?? 0) >= wanted,
  )
  const equal = group.number === null ? undefined : fits.findLast((other) => other.number?.min === group.number?.min && other.nationalities.length > 0)
  return equal ?? fits.findLast((other) => near(doc, group, other)) ?? null
}

const isOne = (group: Group): boolean => group.number?.min === 1 && group.number.max === 1
const rolesAgree = (a: Group, b: Group): boolean => a.role === 'neutral' || b.role === 'neutral' || a.role === b.role
const near = (doc: Annotated, group: Group, other: Group): boolean => (doc.tokens[group.first]?.sentence ?? 0) - (doc.tokens[other.first]?.sentence ?? 0) <= 6

/** What is planned after a rescue is planned for the people of the rescue. */
function lendMain(draft: Draft, main: Draft): void {
  const known = main.counts[0]
  const measure = draft.mentions[0]?.frame.measure
  if (measure === undefined || known === undefined) return
  const nations = draft.mentions.flatMap(nationsOf)
  if (nations.length > 0 && !nations.some((one) => main.nationalities.includes(one))) return
  draft.counts = [{ ...known, measure, groups: [...known.groups] }]
  draft.lent = 'near'
  if (draft.nationalities.length === 0) draft.nationalities = [...main.nationalities]
}

/** Whom a warning is for: "advised the Indian nationals", "Kenyans are urged". */
export function address(doc: Annotated, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (draft.type !== 'advisory_warning') continue
    for (const { sentence } of draft.mentions) {
      const nations = doc.groups.filter((group) => group.first >= sentence.first && group.last <= sentence.last).flatMap((group) => group.nationalities)
      if (draft.nationalities.length === 0) draft.nationalities = [...new Set(nations)]
    }
  }
}

const TELLS_EXPLOITATION = new Set([
  'rescue_release',
  'raid_search',
  'arrest_detention',
  'exploitation_reported',
  'charge_indictment',
  'conviction_sentence',
  'site_closure',
  'sanction_designation',
  'missing_trapped_appeal',
  'advisory_warning',
  'agreement_cooperation',
  'escape',
  'death_injury',
  'extradition_transfer',
])

function formsOf(stated: Draft['mentions'][number]['exploitation']): ExploitationForm[] {
  const forms = new Set(stated.map(({ form }) => form))
  if (forms.size > 1 && (forms.has('forced_criminality_online_scam') || forms.has('organ_removal'))) forms.delete('forced_labour')
  return [...forms]
}

/** "They were made to work without wages" behind a rescue tells what those freed went through. */
function shareBackground(drafts: readonly Draft[], told: readonly Draft[]): void {
  const rescue = drafts.find((draft) => draft.type === 'rescue_release' && draft.status === 'happened')
  const first = rescue?.mentions.find((mention) => mention.sentence.segment !== 'headline')?.sentence.index
  if (!rescue || first === undefined) return
  const background = told.filter((draft) => draft.type === 'exploitation_reported').flatMap((draft) => draft.mentions)
  for (const { sentence, people, exploitation } of background) {
    const near = sentence.index > first && sentence.index - first <= 4
    if (near && people.length > 0 && people.every((group) => group.anaphor))
      rescue.exploitation = [...new Set([...rescue.exploitation, ...formsOf(exploitation)])]
  }
}

const OF_THE_CASE = new Set(['rescue_release', 'conviction_sentence', 'exploitation_reported', 'missing_trapped_appeal'])

/** A text that tells of one form of exploitation only tells it of those freed, held or exploited, and of the sentence. */
function shareCase(doc: Annotated, drafts: readonly Draft[]): void {
  const forms = formsOf(doc.sentences.flatMap((sentence) => exploitationIn(doc, sentence)))
  if (forms.length !== 1) return
  for (const type of OF_THE_CASE) {
    const [first, ...more] = drafts.filter((draft) => draft.type === type && draft.status !== 'planned')
    for (const draft of type === 'conviction_sentence' && first ? [first] : [first, ...more])
      if (draft && draft.exploitation.length === 0) draft.exploitation = [...forms]
  }
}

const CASE = new Set(['charge_indictment', 'conviction_sentence', 'exploitation_reported'])

/** In a case about children every step of the case is about children. */
function shareChild(drafts: readonly Draft[]): void {
  const about = drafts.some((draft) => CASE.has(draft.type) && draft.exploitation.includes('child_sexual_exploitation'))
  if (about)
    for (const draft of drafts)
      if (CASE.has(draft.type) && draft.exploitation.includes('sexual_exploitation_commercial') && !draft.exploitation.includes('child_sexual_exploitation'))
        draft.exploitation.push('child_sexual_exploitation')
}

/** The forms of exploitation stated beside the event's own words. "Forced to work in a scam compound" is the scam, not labour besides. */
export function stateExploitation(doc: Annotated, drafts: readonly Draft[], told: readonly Draft[]): void {
  for (const draft of drafts) {
    if (!TELLS_EXPLOITATION.has(draft.type) && !(draft.type === 'repatriation' && draft.status === 'happened')) continue
    const stated = draft.mentions.flatMap((mention) => formsOf(mention.exploitation))
    draft.exploitation = [...new Set(stated)]
  }
  shareBackground(drafts, told)
  shareCase(doc, drafts)
  shareChild(drafts)
}
