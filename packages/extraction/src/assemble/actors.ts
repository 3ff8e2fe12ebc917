import type { ActorRole } from '@tipwire/domain'
import type { Annotated, BodyMention, Sentence } from '../annotate/types.ts'
import type { EventMention } from '../events/types.ts'
import { speakerIn } from '../figures/speaker-in.ts'
import type { Draft } from './types.ts'

const HELPED = new Set(['rescue_release', 'repatriation', 'handover_border', 'assistance_shelter'])
const NO_ANNOUNCER = new Set(['advisory_warning', 'trial_hearing', 'asset_seizure', 'raid_search', 'site_closure'])

/** Names the public bodies of every draft: who acted, who helped, who says so. */
export function nameActors(doc: Annotated, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    for (const mention of draft.mentions) {
      addAgent(doc, draft, mention)
      addBeside(doc, draft, mention)
      addSpeaker(doc, draft, mention)
    }
  }
  addCarers(doc, drafts)
  for (const draft of drafts) lendActors(draft)
}

const ACTED = new Set(['rescuer', 'arresting', 'assisting'])

/** "Police raided the flat; two men were arrested": who acted in an operation acted in all its parts that name nobody. */
function lendActors(draft: Draft): void {
  if (draft.operation === null || draft.actors.length > 0) return
  draft.actors.push(...draft.operation.actors.filter(({ role }) => ACTED.has(role)))
}

function addAgent(doc: Annotated, draft: Draft, mention: EventMention): void {
  if (draft.type === 'funding_programme') addFunders(doc, draft, mention)
  const agent = mention.agent ?? (mention.frame.agent === 'advising' || mention.frame.type === 'statement_denial' ? speakerBefore(doc, mention) : null)
  const named = agent && fullBody(doc, agent)
  if (!named) return
  push(doc, draft, { body: named, role: roleOf(mention, named) })
}

/** Who pays: the bodies of the sentence, or the country that is its subject ("Norway will give …"). */
function addFunders(doc: Annotated, draft: Draft, { sentence, trigger }: EventMention): void {
  for (const body of bodiesIn(doc, sentence)) if (!body.generic) push(doc, draft, { body, role: 'funder' })
  const state = doc.places.find(
    (place) => place.kind === 'country' && place.preposition === null && place.first >= sentence.first && place.last <= trigger.first,
  )
  if (state && draft.actors.length === 0)
    draft.actors.push({
      body: { first: state.first, last: state.last, name: state.name, country: state.country, generic: false, kind: 'other' },
      role: 'funder',
      name: state.name,
      country: state.country,
    })
}

const RESUMED = new Set([
  'ministry',
  'department',
  'embassy',
  'agency',
  'bureau',
  'commission',
  'office',
  'committee',
  'unit',
  'organization',
  'organisation',
  'charity',
  'directorate',
  'minister',
  'network',
  'court',
  'consulate',
  'force',
])

/** "The ministry" is the ministry named in full before; a generic body that nothing names is no actor. */
export function fullBody(doc: Annotated, body: BodyMention): BodyMention | null {
  if (!body.generic) return body
  // "Harbour of Light, a charity, has …"
  const apposed = doc.bodies.find((other) => !other.generic && body.first > other.last && body.first - other.last <= 4 && doc.tokens[other.last]?.lower === ',')
  if (apposed) return apposed
  const head = doc.tokens[body.last - 1]?.lower ?? ''
  if (!RESUMED.has(head)) return null
  return doc.bodies.findLast((other) => !other.generic && other.first < body.first && other.name.toLowerCase().split(/\s+/u).includes(head)) ?? null
}

function roleOf(mention: EventMention, body: BodyMention): ActorRole {
  if (body.kind === 'embassy' && mention.type !== 'advisory_warning') return 'assisting'
  return mention.frame.agent ?? 'announcer'
}

/** Bodies in the sentence that helped: an embassy that gave information, police that acted on it. */
function addBeside(doc: Annotated, draft: Draft, mention: EventMention): void {
  // "provided food following their rescue": a noun in passing tells nothing of who rescued.
  if (!HELPED.has(draft.type) || mention.sentence.segment === 'headline' || (draft.type === 'rescue_release' && isPassing(mention))) return
  for (const body of bodiesIn(doc, mention.sentence)) {
    if (body.generic || isAuthorities(doc, body)) continue
    if (!takesPart(doc, draft, { mention, body })) continue
    push(doc, draft, { body, role: body.kind === 'police' ? 'rescuer' : 'assisting' })
  }
}

const isPassing = ({ nominal, people }: EventMention): boolean => nominal && people.every((group) => group.number === null)

const HELP = new Set([
  'help',
  'assistance',
  'support',
  'coordination',
  'collaboration',
  'cooperation',
  'efforts',
  'working',
  'together',
  'tip',
  'complaint',
  'help',
  'by',
  'through',
  'assisted',
])

/** An embassy or police beside a numbered rescue took part; others when a word of help leads to them. */
function takesPart(doc: Annotated, draft: Draft, { mention, body }: { mention: EventMention; body: BodyMention }): boolean {
  if (body.kind === 'embassy' && draft.status === 'planned' && body.first < mention.trigger.first) return true
  if (isHelper(doc, mention, body) && draft.status === 'happened') return true
  if (mention.people.every((group) => group.number === null) && mention.people.length > 0) return false
  const last = doc.tokens[body.last - 1]?.lower ?? ''
  if (['station', 'minister', 'spokesman', 'spokesperson', 'president'].includes(last)) return false
  if (draft.type === 'assistance_shelter') return body.kind !== 'police' && speakerIn(doc, mention.sentence) !== body
  if (body.kind === 'police') return draft.type === 'rescue_release'
  if (body.kind === 'embassy') return true
  return isHelper(doc, mention, body)
}

/** "with the help of the Foundation and Interpol", "by", "through": a word of help leads to the body, or to the one listed before it. */
function isHelper(doc: Annotated, { sentence }: EventMention, body: BodyMention): boolean {
  const lead = (at: number): boolean => doc.tokens.slice(Math.max(sentence.first, at - 6), at).some((token) => HELP.has(token.lower))
  if (lead(body.first)) return true
  const joint = doc.tokens[body.first - 1]?.lower === 'the' ? body.first - 2 : body.first - 1
  if (!['and', ','].includes(doc.tokens[joint]?.lower ?? '')) return false
  const end = doc.tokens[joint - 1]?.lower === ',' ? joint - 1 : joint
  const before = doc.bodies.find((other) => other.last === end && other.first >= sentence.first)
  return before !== undefined && isHelper(doc, { sentence } as EventMention, before)
}

const bodiesIn = (doc: Annotated, sentence: Sentence): BodyMention[] => doc.bodies.filter((body) => body.first >= sentence.first && body.last <= sentence.last)

/** "with Cambodian authorities": partners in general, named only when they act themselves. */
const isAuthorities = (doc: Annotated, body: BodyMention): boolean =>
  ['authorities', 'officials', 'government'].includes(doc.tokens[body.last - 1]?.lower ?? '')

function addSpeaker(doc: Annotated, draft: Draft, mention: EventMention): void {
  const speaker = speakerIn(doc, mention.sentence)
  const full = speaker && fullBody(doc, speaker)
  if (!full) return
  const name = canonicalName(doc, full)
  draft.announcedBy ??= { name, attribution: quotedAfter(doc, mention.sentence) ? 'direct_quote' : 'paraphrase' }
  if (!NO_ANNOUNCER.has(draft.type)) push(doc, draft, { body: full, role: 'announcer' })
}

const quotedAfter = (doc: Annotated, sentence: Sentence): boolean => doc.tokens.slice(sentence.first, sentence.last).some((token) => token.quoted)

/** "It also advised …": the body that spoke last. */
function speakerBefore(doc: Annotated, mention: EventMention): BodyMention | null {
  const earlier = doc.bodies.filter((body) => body.first < mention.trigger.first && !body.generic && !isAuthorities(doc, body))
  const close = earlier.filter((body) => mention.sentence.index - (doc.tokens[body.first]?.sentence ?? 0) <= 3)
  return close.at(-1) ?? null
}

const CARE = new Set(['care', 'shelter', 'looked', 'cared'])

/** Who cares for the people of a rescue, when care is told in passing. */
function addCarers(doc: Annotated, drafts: readonly Draft[]): void {
  const rescue = drafts.find((draft) => draft.type === 'rescue_release' && draft.status === 'happened')
  if (!rescue || drafts.some((draft) => draft.type === 'assistance_shelter')) return
  for (const sentence of doc.sentences) {
    const words = doc.tokens.slice(sentence.first, sentence.last)
    if (!words.some((token) => CARE.has(token.lower) && !token.quoted)) continue
    for (const body of bodiesIn(doc, sentence)) if (!body.generic && !isAuthorities(doc, body)) push(doc, rescue, { body, role: 'carer' })
  }
}

function push(doc: Annotated, draft: Draft, { body, role }: { body: BodyMention; role: ActorRole }): void {
  const name = canonicalName(doc, body)
  if (draft.actors.some((actor) => sameName(actor.name, name))) return
  draft.actors.push({ body, role, name, country: body.country })
}

/** The fullest name the document gives a body: "the Indian Embassy" is the "Embassy of India in Phnom Penh"; initials become the name before them. */
export function canonicalName(doc: Annotated, body: BodyMention): string {
  const same = doc.bodies.filter((other) => !other.generic && (isSameEmbassy(body, other) || isInitials(body, other)))
  return same.reduce((best, other) => (other.name.length > best.length ? other.name : best), body.name)
}

const isSameEmbassy = (a: BodyMention, b: BodyMention): boolean =>
  a.kind === 'embassy' && b.kind === 'embassy' && (a.country === null || a.country === b.country)
const isInitials = (a: BodyMention, b: BodyMention): boolean => /^\p{Lu}[\p{Lu}\d&-]{1,9}$/u.test(a.name) && b.name.includes(`(${a.name})`)

const sameName = (a: string, b: string): boolean => a === b || a.toLowerCase().includes(b.toLowerCase()) || b.toLowerCase().includes(a.toLowerCase())
