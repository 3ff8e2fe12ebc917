import type { Measure } from '@tipwire/domain'
import type { Annotated, BodyMention, DateMention, Group, PlaceMention, Sentence, Span, Token } from '../annotate/types.ts'
import type { Frame } from '../packs/types.ts'
import { type Arguments, argumentsOf } from './arguments.ts'
import { exploitationIn } from './exploitation.ts'
import { isStatementDate } from './saying.ts'
import { hasCue, statusOf } from './status.ts'
import { clauseAround, subjectBefore } from './syntax.ts'
import { findTriggers, type Trigger } from './triggers.ts'
import type { EventMention } from './types.ts'

/** Every telling of an event, in order of the text. */
export function findMentions(doc: Annotated): EventMention[] {
  return doc.sentences.flatMap((sentence) => findTriggers(doc, sentence).flatMap((trigger) => mentionOf(doc, sentence, trigger)))
}

function mentionOf(doc: Annotated, sentence: Sentence, trigger: Trigger): EventMention[] {
  const found = argumentsOf(doc, sentence, trigger)
  const people = peopleOf(doc, sentence, { trigger, people: found.people })
  if (isNoTelling(doc, sentence, { trigger, found, people })) return []
  const status = statusOf(doc, sentence, { trigger, verb: found.verb })
  const frame = status === 'planned' && trigger.frame.type === 'rescue_release' ? plannedRescue(doc, sentence, trigger) : trigger.frame
  if (frame === null) return []
  if (status === 'denied' && MOVED.has(frame.type) && !isStated(doc, sentence)) return []
  const clause = clauseAround(doc.tokens, sentence, trigger)
  return [
    {
      type: frame.type,
      frame,
      sentence,
      trigger: { first: trigger.first, last: trigger.last },
      status: frame === trigger.frame ? status : 'happened',
      people,
      agent: found.agent,
      dates: ordered(datesOf(doc, sentence, trigger), clause, trigger.first),
      places: ordered(placesOf(doc, sentence, trigger), clause, trigger.first),
      exploitation: exploitationIn(doc, sentence),
      measure: measureOf(doc, { trigger, frame, people }),
      nominal: trigger.form === 'noun',
      relative: ['who', 'which', 'whom'].includes(doc.tokens[found.verb.first - 1]?.lower ?? '') && sentence.segment !== 'headline',
    },
  ]
}

const MOVED = new Set(['deportation', 'rescue_release', 'repatriation', 'handover_border', 'escape'])
const FALSE_WORDS = new Set(['false', 'fabricated', 'denied', 'denies', 'deny', 'untrue', 'no'])

/** "were not deported" tells of no event; a body that says that none took place denies one. */
const isStated = ({ tokens }: Annotated, sentence: Sentence): boolean =>
  tokens.slice(sentence.first, sentence.last).some((token) => FALSE_WORDS.has(token.lower))

type People = Readonly<{ trigger: Trigger; people: readonly Group[] }>

function peopleOf(doc: Annotated, sentence: Sentence, { trigger, people }: People): readonly Group[] {
  const { frame } = trigger
  if (frame.counts === 'none') return []
  const about = frame.type === 'missing_trapped_appeal' ? heldPeople(doc, sentence, { trigger, people }) : people
  return about.filter((group) => suits(frame.type, group))
}

/** Words that look like a telling and are none: the wrong people, a private person's quote, a suspect's denial, captivity. */
function isNoTelling(doc: Annotated, sentence: Sentence, { trigger, found, people }: People & { found: Arguments }): boolean {
  const { frame } = trigger
  if (isAsked(doc, sentence, trigger) || isThing(doc, { trigger, found, people })) return true
  if (frame.people && found.people.length > 0 && people.length === 0 && frame.type !== 'missing_trapped_appeal') return true
  const official = found.agent !== null && !found.agent.generic
  if (doc.tokens[trigger.first]?.quoted && !official && people.every((group) => group.number === null)) return true
  if (frame.type === 'statement_denial' && trigger.form === 'verb' && (deniedBySuspect(doc, sentence, found.verb.first) || !hasSpeaker(doc, sentence)))
    return true
  if (frame.type === 'charge_indictment' && asksMoney(doc, trigger)) return true
  return heldByCaptors(doc, sentence, { trigger, agent: found.agent })
}

/** "the steps taken to bring them back?", "please bring her home": asked for, not told. */
function isAsked({ tokens }: Annotated, sentence: Sentence, trigger: Trigger): boolean {
  if (trigger.frame.type === 'missing_trapped_appeal') return false
  return tokens[trigger.first - 1]?.lower === 'please' || (sentence.segment !== 'headline' && tokens[sentence.last - 1]?.lower === '?')
}

/** "a report which was released": what needs people and has none behind a relative pronoun is told of a thing. */
const isThing = ({ tokens }: Annotated, { trigger, found, people }: People & { found: Arguments }): boolean =>
  trigger.frame.people === true && people.length === 0 && trigger.form === 'verb' && tokens[found.verb.first - 1]?.lower === 'which'

/** "charged each of them $9,000" */
const asksMoney = (doc: Annotated, trigger: Trigger): boolean =>
  doc.numbers.some((number) => number.kind === 'money' && number.first >= trigger.last && number.first - trigger.last <= 6)

const isIn = (span: Span, sentence: Sentence): boolean => span.first >= sentence.first && span.last <= sentence.last

const datesOf = (doc: Annotated, sentence: Sentence, trigger: Trigger): DateMention[] =>
  doc.dates.filter(
    (date) => isIn(date, sentence) && ties(doc, sentence, { trigger, span: date }) && !isAdjectival(doc, date) && isOwnDate(doc, sentence, { trigger, date }),
  )

/** The day of a statement is an event's own only when the event is the statement; "Reports that … on Monday are false" tells another day. */
function isOwnDate(doc: Annotated, sentence: Sentence, { trigger, date }: { trigger: Trigger; date: DateMention }): boolean {
  const stated = isStatementDate(doc, sentence, date)
  if (trigger.frame.type === 'statement_denial') return stated || date.first > trigger.last
  return SAYS.has(trigger.frame.type) || !stated
}

const placesOf = (doc: Annotated, sentence: Sentence, trigger: Trigger): PlaceMention[] =>
  doc.places.filter((place) => isIn(place, sentence) && (sentence.segment === 'headline' || ties(doc, sentence, { trigger, span: place })))

const BREAKS = new Set([';', 'after', 'before', 'although', 'but', 'who', 'whose', 'which', 'because', 'since'])
const RESPONSE = new Set(['rescue_release', 'repatriation', 'escape', 'handover_border'])

/** A date or place belongs to a trigger when no clause break parts them, or when it opens the sentence ("On Saturday, …"). */
function ties(doc: Annotated, sentence: Sentence, { trigger, span }: { trigger: Trigger; span: Span }): boolean {
  if (doc.tokens[sentence.first]?.pos === 'ADP' && span.first - sentence.first <= 4) return true
  if (span.first > trigger.last && sentence.segment !== 'headline' && modifiesSubject(doc, trigger, span.first)) return false
  if (span.first > trigger.last && laterVerb(doc, trigger.last, span.first, trigger.first)) return false
  return openBreaks(doc, trigger, span) === 0
}

/** Clause breaks between trigger and span; a relative clause that closes before the trigger does not part them. */
function openBreaks(doc: Annotated, trigger: Trigger, span: Span): number {
  let depth = 0
  for (let i = Math.min(span.last, trigger.last); i < Math.max(span.first, trigger.first); i++) {
    const token = doc.tokens[i]
    if (token && isBreak(token, trigger)) depth++
    else if (token?.lower === ',' && depth > 0 && span.first < trigger.first) depth--
  }
  return depth
}

const isBreak = (token: Token, trigger: Trigger): boolean =>
  (BREAKS.has(token.lower) && token.pos !== 'ADP') || (token.lower === 'while' && RESPONSE.has(trigger.frame.type))

/** "Kenyans freed from scam centres were handed over on Thursday": the day is the main verb's. */
function modifiesSubject(doc: Annotated, trigger: Trigger, to: number): boolean {
  const reduced = trigger.form === 'verb' && doc.groups.some((group) => group.last === trigger.first && group.number !== null)
  if (!reduced) return false
  for (let i = trigger.last; i < to; i++) {
    const token = doc.tokens[i]
    if (token && ((token.pos === 'AUX' && ['was', 'were', 'have', 'has', 'had'].includes(token.lower)) || (token.pos === 'VERB' && ARRIVED.has(token.lower))))
      return true
  }
  return false
}

const ARRIVED = new Set(['arrived', 'returned', 'landed', 'crossed', 'reached', 'came', 'flew'])

/** "have been freed and were handed over today": the day is the second verb's. */
function laterVerb({ tokens }: Annotated, from: number, to: number, at: number): boolean {
  const perfect = tokens[at - 1]?.lower === 'been' && ['have', 'has'].includes(tokens[at - 2]?.lower ?? '')
  if (!perfect) return false
  for (let i = from; i < to; i++) if (tokens[i]?.lower === 'and' && ['was', 'were'].includes(tokens[i + 1]?.lower ?? '')) return true
  return false
}

/** "in a 2021 case": the year names the case. */
const isAdjectival = (doc: Annotated, date: DateMention): boolean =>
  date.grain === 'year' && ['a', 'the'].includes(doc.tokens[date.first - 1]?.lower ?? '') && doc.tokens[date.last]?.pos === 'NOUN'

const SAYS = new Set(['statement_denial', 'advisory_warning', 'report_statistics', 'missing_trapped_appeal', 'investigation'])

/** What stands in the same clause first, then by distance from the trigger. */
function ordered<T extends { first: number; last: number }>(spans: readonly T[], clause: { first: number; last: number }, at: number): T[] {
  const rank = (span: T): number => (span.first >= clause.first && span.last <= clause.last ? 0 : 1000) + Math.abs(span.first - at)
  return spans.toSorted((a, b) => rank(a) - rank(b))
}

/** "requests support to rescue 40 people" asks for help for people held; a rescue merely wished for is nothing. */
function plannedRescue(doc: Annotated, sentence: Sentence, trigger: Trigger): Frame | null {
  if (hasCue(doc, 'request', { first: sentence.first, last: trigger.first }))
    return doc.pack.frames.find((frame) => frame.type === 'missing_trapped_appeal') ?? null
  return doc.tokens.slice(Math.max(sentence.first, trigger.first - 3), trigger.first).some((token) => token.lower === 'will') ? trigger.frame : null
}

/** People detained whose part is open are not counted as arrested suspects. */
function measureOf(doc: Annotated, { trigger, frame, people }: { trigger: Trigger; frame: Frame; people: readonly Group[] }): Measure | undefined {
  const open =
    doc.tokens[trigger.first]?.lemma === 'detain' && frame.type === 'arrest_detention' && people.some((group) => !group.named && (group.number?.min ?? 0) >= 10)
  return open ? 'detained' : frame.measure
}

/** An appeal is for the people held, named behind it, not for those who plead. */
function heldPeople(doc: Annotated, sentence: Sentence, { trigger, people }: { trigger: Trigger; people: readonly Group[] }): readonly Group[] {
  const held = people.filter((group) => HELD.has(doc.tokens[group.last]?.lower ?? '') || HELD.has(doc.tokens[group.last + 1]?.lower ?? ''))
  if (held.length > 0) return held
  return doc.groups
    .filter(
      (group) =>
        group.first >= trigger.last &&
        group.last <= sentence.last &&
        !group.anaphor &&
        (group.number !== null || group.nationalities.length > 0) &&
        group.role !== 'suspect',
    )
    .slice(0, 1)
}

const HELD = new Set(['held', 'trapped', 'stranded', 'stuck', 'detained', 'are', 'still', 'who', 'inside'])
const PERSON = new Set(['he', 'she', 'both'])
/** "The owner denied any knowledge": what a suspect denies is no position of a body. */
function deniedBySuspect(doc: Annotated, sentence: Sentence, at: number): boolean {
  const subject = subjectBefore({ doc, sentence }, at)
  return (
    subject !== null &&
    (subject.role === 'suspect' ||
      (subject.anaphor && subject.number === null) ||
      PERSON.has(doc.tokens[subject.head]?.lower ?? '') ||
      (subject.named && !doc.bodies.some((body) => body.first >= sentence.first && body.last <= at)))
  )
}

const SPOKESMEN = new Set([
  'it',
  'ministry',
  'spokesman',
  'spokeswoman',
  'spokesperson',
  'officials',
  'official',
  'minister',
  'president',
  'ambassador',
  'chief',
  'government',
  'junta',
  'military',
  'company',
])

/** Only bodies, states and those who speak for them take positions. */
const hasSpeaker = (doc: Annotated, sentence: Sentence): boolean =>
  doc.bodies.some((body) => isIn(body, sentence) && body.kind !== 'court') ||
  doc.places.some((place) => isIn(place, sentence) && place.kind === 'country' && place.preposition === null) ||
  doc.tokens.slice(sentence.first, sentence.last).some((token) => SPOKESMEN.has(token.lower))

const CAPTIVITY = new Set(['camp', 'camps', 'compound', 'compounds', 'captors', 'terrorists', 'militants', 'centre', 'centres', 'traffickers', 'gang'])

/** "40 Sri Lankans still detained in cybercrime camps": held by captors, no arrest. */
function heldByCaptors(doc: Annotated, sentence: Sentence, { trigger, agent }: { trigger: Trigger; agent: BodyMention | null }): boolean {
  if (doc.tokens[trigger.first]?.lemma !== 'detain' || trigger.frame.type !== 'arrest_detention' || (agent && !agent.generic)) return false
  if (doc.bodies.some((body) => body.last === trigger.first || body.last === trigger.first - 1)) return false
  const after = doc.tokens.slice(trigger.last, Math.min(sentence.last, trigger.last + 9)).map((token) => token.lower)
  return after.some((word) => CAPTIVITY.has(word)) || doc.tokens[trigger.first - 1]?.lower === 'still'
}

const SUSPECT_EVENTS = new Set(['arrest_detention', 'charge_indictment', 'conviction_sentence', 'extradition_transfer', 'acquittal_dismissal'])

/** Suspects are not rescued and victims are not charged. */
function suits(type: string, group: Group): boolean {
  if (group.role === 'official') return SUSPECT_EVENTS.has(type) || type === 'death_injury'
  if (type === 'rescue_release' || type === 'repatriation' || type === 'victim_identification' || type === 'escape') return group.role !== 'suspect'
  if (type === 'exploitation_reported' && group.role === 'suspect') return false
  if (type === 'assistance_shelter' && (group.named || group.role === 'suspect')) return false
  return SUSPECT_EVENTS.has(type) ? group.role !== 'victim' : true
}
