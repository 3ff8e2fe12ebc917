import type { Measure } from '@tipwire/domain'
import type { Annotated, BodyMention, DateMention, Group, Sentence } from '../annotate/types.ts'
import type { Frame } from '../packs/types.ts'
import { argumentsOf } from './arguments.ts'
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
  const { frame } = trigger
  const { people, agent, verb } = argumentsOf(doc, sentence, trigger)
  const about = frame.type === 'missing_trapped_appeal' ? heldPeople(doc, sentence, { trigger, people }) : people
  const counted = frame.counts === 'none' ? [] : about.filter((group) => suits(doc, frame.type, group))
  if (frame.people && people.length > 0 && counted.length === 0 && frame.type !== 'missing_trapped_appeal') return []
  if (doc.tokens[trigger.first]?.quoted && counted.every((group) => group.number === null) && (!agent || agent.generic)) return []
  const clause = clauseAround(doc.tokens, sentence, trigger)
  const inside = (span: { first: number; last: number }): boolean => span.first >= sentence.first && span.last <= sentence.last
  if (frame.type === 'statement_denial' && trigger.form === 'verb' && deniedBySuspect(doc, sentence, verb.first)) return []
  if (heldByCaptors(doc, sentence, { trigger, agent })) return []
  const status = statusOf(doc, sentence, { trigger, verb })
  const told = status === 'planned' && frame.type === 'rescue_release' ? plannedRescue(doc, sentence, trigger) : frame
  if (told === null) return []
  return [
    {
      type: told.type,
      frame: told,
      sentence,
      trigger: { first: trigger.first, last: trigger.last },
      status: told === frame ? status : 'happened',
      people: counted,
      agent,
      dates: ordered(
        doc.dates.filter(
          (date) =>
            inside(date) &&
            ties(doc, sentence, { trigger, span: date }) &&
            !isAdjectival(doc, date) &&
            (SAYS.has(frame.type) || !isStatementDate(doc, sentence, date)),
        ),
        clause,
        trigger.first,
      ),
      places: ordered(
        doc.places.filter((place) => inside(place) && (sentence.segment === 'headline' || ties(doc, sentence, { trigger, span: place }))),
        clause,
        trigger.first,
      ),
      exploitation: exploitationIn(doc, sentence),
      measure: measureOf(doc, { trigger, frame: told, people: counted }),
      nominal: trigger.form === 'noun',
      relative: ['who', 'which', 'whom'].includes(doc.tokens[verb.first - 1]?.lower ?? '') && sentence.segment !== 'headline',
      background: hasCue(doc, 'background', clause),
      kindCue: false,
    },
  ]
}

const BREAKS = new Set([';', 'after', 'before', 'although', 'but', 'who', 'whose', 'which', 'because', 'since'])
const RESPONSE = new Set(['rescue_release', 'repatriation', 'escape', 'handover_border'])

/** A date or place belongs to a trigger when no clause break parts them, or when it opens the sentence ("On Saturday, …"). */
function ties(doc: Annotated, sentence: Sentence, { trigger, span }: { trigger: Trigger; span: Readonly<{ first: number; last: number }> }): boolean {
  const opening = doc.tokens[sentence.first]?.pos === 'ADP' && span.first - sentence.first <= 4
  if (opening) return true
  if (span.first > trigger.last && sentence.segment !== 'headline' && modifiesSubject(doc, trigger, span.first)) return false
  if (span.first > trigger.last && laterVerb(doc, trigger.last, span.first, trigger.first)) return false
  const from = Math.min(span.last, trigger.last)
  const to = Math.max(span.first, trigger.first)
  let depth = 0
  for (let i = from; i < to; i++) {
    const word = doc.tokens[i]?.lower ?? ''
    if ((BREAKS.has(word) && doc.tokens[i]?.pos !== 'ADP') || (word === 'while' && RESPONSE.has(trigger.frame.type))) depth++
    // A relative clause that closes before the trigger does not part them.
    else if (word === ',' && depth > 0 && span.first < trigger.first) depth--
  }
  return depth === 0
}

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
/** "The owner denied any knowledge": what a suspect denies is no position of a body. */
function deniedBySuspect(doc: Annotated, sentence: Sentence, at: number): boolean {
  const subject = subjectBefore({ doc, sentence }, at)
  return subject !== null && (subject.role === 'suspect' || (subject.named && !doc.bodies.some((body) => body.first >= sentence.first && body.last <= at)))
}

const CAPTIVITY = new Set(['camp', 'camps', 'compound', 'compounds', 'captors', 'terrorists', 'militants', 'centre', 'centres', 'traffickers', 'gang'])

/** "40 Sri Lankans still detained in cybercrime camps": held by captors, no arrest. */
function heldByCaptors(doc: Annotated, sentence: Sentence, { trigger, agent }: { trigger: Trigger; agent: BodyMention | null }): boolean {
  if (doc.tokens[trigger.first]?.lemma !== 'detain' || trigger.frame.type !== 'arrest_detention' || (agent && !agent.generic)) return false
  const after = doc.tokens.slice(trigger.last, Math.min(sentence.last, trigger.last + 9)).map((token) => token.lower)
  return after.some((word) => CAPTIVITY.has(word)) || doc.tokens[trigger.first - 1]?.lower === 'still'
}

const SUSPECT_EVENTS = new Set(['arrest_detention', 'charge_indictment', 'conviction_sentence', 'extradition_transfer', 'acquittal_dismissal'])

/** Suspects are not rescued and victims are not charged. */
function suits(_doc: Annotated, type: string, group: Group): boolean {
  if (group.role === 'official') return SUSPECT_EVENTS.has(type) || type === 'death_injury'
  if (type === 'rescue_release' || type === 'repatriation' || type === 'victim_identification' || type === 'escape') return group.role !== 'suspect'
  if (type === 'assistance_shelter' && (group.named || group.role === 'suspect')) return false
  return SUSPECT_EVENTS.has(type) ? group.role !== 'victim' : true
}
