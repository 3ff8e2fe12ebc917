import type { Annotated } from '../annotate/types.ts'
import type { Draft } from './types.ts'

/** What is told as the news, and what only stands behind it. */
export function selectEvents(doc: Annotated, drafts: readonly Draft[]): Draft[] {
  const lead = doc.sentences.find((sentence) => sentence.segment === 'body')?.paragraph ?? 1
  const others = drafts.filter((draft) => draft.type !== 'exploitation_reported' && isNews(doc, draft, { drafts, lead }))
  const convicted = others.some((draft) => draft.type === 'conviction_sentence' && draft.status === 'happened')
  const accused = others.some((draft) => draft.type === 'charge_indictment')
  if (accused && !convicted) for (const draft of drafts) if (draft.type === 'exploitation_reported' && draft.status !== 'denied') draft.status = 'alleged'
  return drafts.filter((draft) => others.includes(draft) || (draft.type === 'exploitation_reported' && exploitationIsNews(draft, others)))
}

const OWN_STORY = new Set(['charge_indictment', 'conviction_sentence', 'trial_hearing', 'arrest_detention', 'extradition_transfer', 'investigation'])
const ACCUSATION = new Set(['charge_indictment', 'conviction_sentence', 'extradition_transfer'])
const ALWAYS = new Set([
  'advisory_warning',
  'statement_denial',
  'investigation',
  'asset_seizure',
  'site_closure',
  'law_policy_change',
  'agreement_cooperation',
  'protest_unrest',
  'funding_programme',
])
const MAIN = new Set([
  'rescue_release',
  'repatriation',
  'raid_search',
  'arrest_detention',
  'charge_indictment',
  'conviction_sentence',
  'handover_border',
  'deportation',
  'sanction_designation',
  'victim_identification',
  'escape',
])

function isNews(doc: Annotated, draft: Draft, { drafts, lead }: { drafts: readonly Draft[]; lead: number }): boolean {
  const inLead = draft.mentions.some((mention) => mention.sentence.segment === 'headline' || mention.sentence.paragraph <= lead + 1)
  const counted = draft.counts.length > 0 && draft.lent !== 'far'
  const told: Told = { draft, drafts, inLead, counted }
  if (draft.type === 'report_statistics') return inLead || drafts.length === 1
  if (draft.type === 'missing_trapped_appeal') return isForSomebody(doc, draft) && (inLead || counted || !hasHelp(drafts))
  if (isNoNews(doc, told)) return false
  // Care told in passing ("looked after by an NGO") is no event of its own.
  if (draft.type === 'assistance_shelter') return namesBody(doc, draft) || draft.mentions.some((mention) => mention.sentence.segment === 'headline')
  if (ALWAYS.has(draft.type)) return true
  return isBare(told) ? isBareNews(told) : draft.status === 'planned' ? isPlan(told) : isTold(told)
}

const isNoNews = (doc: Annotated, told: Told): boolean =>
  isBackground(told) ||
  isAskedFor(told) ||
  isPrelude(doc, told.draft, told.drafts) ||
  isPassingCare(doc, told.draft, told.drafts) ||
  isBreakdown(told.draft, told.drafts) ||
  (told.draft.type === 'repatriation' && isAtHome(doc, told.draft))

/** An appeal is for people, or made by a body; "begs for its freedom" alone is a figure of speech. */
const isForSomebody = (doc: Annotated, draft: Draft): boolean =>
  draft.counts.length > 0 ||
  draft.nationalities.length > 0 ||
  draft.mentions.some(
    ({ people, agent, sentence }) =>
      people.length > 0 || agent !== null || doc.groups.some((group) => group.first >= sentence.first && group.last <= sentence.last),
  )

/** Whoever returns from one province to another is not repatriated: a text of a return between states names two of them. */
function isAtHome(doc: Annotated, draft: Draft): boolean {
  if (draft.status === 'denied') return false
  const named = new Set([...doc.places.map(({ country }) => country), ...doc.nationalities.map(({ country }) => country)].filter((country) => country !== ''))
  return named.size <= 1 && doc.places.length > 0
}

/** "The 14 are being looked after": a state in which a rescue leaves people is a part of the rescue. */
const isPassingCare = ({ tokens }: Annotated, draft: Draft, drafts: readonly Draft[]): boolean =>
  draft.type === 'assistance_shelter' &&
  drafts.some((other) => other.type === 'rescue_release' && other.status === 'happened') &&
  draft.mentions.every(({ trigger }) => [trigger.first - 1, trigger.first].some((at) => tokens[at]?.lower === 'being')) &&
  draft.counts.every((count) => drafts.some((other) => other.type === 'rescue_release' && other.counts.some(({ min }) => min === count.min)))

/** "62 Indonesians, 31 Kenyans and 26 Ethiopians", after the event of all 119: its parts are no event of their own. */
const isBreakdown = (draft: Draft, drafts: readonly Draft[]): boolean =>
  draft.counts.length > 0 &&
  drafts.some(
    (other) =>
      other !== draft &&
      other.type === draft.type &&
      other.counts.some(({ by_nationality: parts }) => parts !== undefined && draft.counts.every(({ min }) => Object.values(parts).includes(min))),
  )

const isBareNews = ({ draft, inLead }: Told): boolean => (inLead && !everyMention(draft, 'nominal')) || (draft.status === 'planned' && draft.counts.length > 0)
const isTold = ({ draft, inLead, counted }: Told): boolean =>
  inLead || counted || draft.date !== null || draft.mentions.some((mention) => mention.agent !== null)

type Told = Readonly<{ draft: Draft; drafts: readonly Draft[]; inLead: boolean; counted: boolean }>

const everyMention = (draft: Draft, flag: 'relative' | 'nominal'): boolean => draft.mentions.every((mention) => mention[flag])
const hasHelp = (drafts: readonly Draft[]): boolean =>
  drafts.some((other) => other.status === 'happened' && (other.type === 'rescue_release' || other.type === 'repatriation'))

/** "who was arrested recently", "these designations": told by the way. */
/** What a court heard before the sentence that is the news. */
const isHeardBefore = ({ draft, drafts }: Told): boolean =>
  draft.type === 'trial_hearing' &&
  draft.status === 'happened' &&
  draft.date === null &&
  drafts.some((other) => other.type === 'conviction_sentence' && other.status === 'happened' && other.counts.length > 0)

/** Those who escape cross the river; nobody hands them over. */
const isCrossing = ({ draft, drafts }: Told): boolean =>
  draft.type === 'handover_border' &&
  drafts.some(
    (other) => other.type === 'escape' && draft.mentions.every((mention) => other.mentions.some(({ sentence }) => sentence.index === mention.sentence.index)),
  )

function isBackground(told: Told): boolean {
  const { draft, drafts, counted } = told
  // "No case has been registered" reports no inquiry.
  if (draft.type === 'investigation' && draft.status === 'denied') return true
  if (isHeardBefore(told) || isCrossing(told)) return true
  if (everyMention(draft, 'relative') && draft.date === null && drafts.length > 1) return true
  if (draft.type === 'escape' && draft.status === 'planned' && drafts.some((other) => other.type === 'escape' && other.status === 'happened')) return true
  return draft.type === 'sanction_designation' && !counted && everyMention(draft, 'nominal')
}

/** "charged after an investigation", "taken in after fleeing their employers": what came before the news is told by the way. */
function isPrelude({ tokens }: Annotated, draft: Draft, drafts: readonly Draft[]): boolean {
  if (drafts.length === 1 || (draft.type !== 'investigation' && draft.type !== 'escape')) return false
  return draft.mentions.every(({ trigger, sentence }) =>
    tokens.slice(Math.max(sentence.first, trigger.first - 5), trigger.first).some((token) => token.lower === 'after' || token.lower === 'following'),
  )
}

/** "pleaded with the government to bring home 37 people": the return is what the appeal asks for. */
const isAskedFor = ({ draft, drafts }: Told): boolean =>
  draft.type === 'repatriation' &&
  draft.status === 'planned' &&
  drafts.some(
    (other) =>
      other.type === 'missing_trapped_appeal' &&
      draft.mentions.every((mention) => other.mentions.some(({ sentence }) => sentence.index === mention.sentence.index)),
  )

const namesBody = (doc: Annotated, draft: Draft): boolean =>
  draft.mentions.some(({ sentence }) => doc.bodies.some((body) => !body.generic && body.first >= sentence.first && body.last <= sentence.last))

/** An event that needs people, told without any. */
const isBare = ({ draft, counted }: Told): boolean =>
  draft.mentions[0]?.frame.people === true && !counted && draft.nationalities.length === 0 && draft.mentions.every((mention) => mention.people.length === 0)

function isPlan({ draft, counted }: Told): boolean {
  if (draft.type === 'repatriation' || draft.type === 'handover_border') return draft.counts.length > 0 || draft.nationalities.length > 0
  return draft.mentions[0]?.frame.people !== true || counted || draft.mentions.some((mention) => mention.people.length > 0)
}

/** Recruitment told as the background of a rescue is no event; in a case before a court it is, with its own number or date. */
function exploitationIsNews(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.counts.length === 0 || draft.lent === 'far') return false
  const [count] = draft.counts
  // The people for whom help is asked are told by the appeal.
  if (drafts.some((other) => other.type === 'missing_trapped_appeal' && other.counts.some((one) => one.min === count?.min && one.max === count?.max)))
    return false
  const main = drafts.filter((other) => MAIN.has(other.type))
  // How somebody came there who died is told by the way.
  if (drafts.some((other) => other.type === 'death_injury' && other.mentions.some(({ sentence }) => sentence.index <= 1))) return false
  const accused = main.some((other) => ACCUSATION.has(other.type) && other.mentions.some(({ sentence }) => sentence.index <= 2))
  return main.length === 0 || accused || main.every((other) => OWN_STORY.has(other.type))
}
