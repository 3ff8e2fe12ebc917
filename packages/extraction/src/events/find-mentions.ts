import type { Annotated, Group, Sentence } from '../annotate/types.ts'
import { argumentsOf } from './arguments.ts'
import { exploitationIn } from './exploitation.ts'
import { hasCue, statusOf } from './status.ts'
import { clauseAround } from './syntax.ts'
import { findTriggers, type Trigger } from './triggers.ts'
import type { EventMention } from './types.ts'

/** Every telling of an event, in order of the text. */
export function findMentions(doc: Annotated): EventMention[] {
  return doc.sentences.flatMap((sentence) => findTriggers(doc, sentence).flatMap((trigger) => mentionOf(doc, sentence, trigger)))
}

function mentionOf(doc: Annotated, sentence: Sentence, trigger: Trigger): EventMention[] {
  const { frame } = trigger
  const { people, agent, verb } = argumentsOf(doc, sentence, trigger)
  const counted = frame.counts === 'none' ? [] : people.filter((group) => suits(doc, frame.type, group))
  if (frame.people && people.length > 0 && counted.length === 0) return []
  if (doc.tokens[trigger.first]?.quoted && counted.every((group) => group.number === null)) return []
  const clause = clauseAround(doc.tokens, sentence, trigger)
  const inside = (span: { first: number; last: number }): boolean => span.first >= sentence.first && span.last <= sentence.last
  return [{
    type: frame.type,
    frame,
    sentence,
    trigger: { first: trigger.first, last: trigger.last },
    status: statusOf(doc, sentence, { trigger, verb }),
    people: counted,
    agent,
    dates: ordered(doc.dates.filter(inside), clause, trigger.first),
    places: ordered(doc.places.filter(inside), clause, trigger.first),
    exploitation: exploitationIn(doc, sentence),
    nominal: trigger.form === 'noun',
    background: hasCue(doc, 'background', clause),
    kindCue: false,
  }]
}

/** What stands in the same clause first, then by distance from the trigger. */
function ordered<T extends { first: number; last: number }>(spans: readonly T[], clause: { first: number; last: number }, at: number): T[] {
  const rank = (span: T): number => (span.first >= clause.first && span.last <= clause.last ? 0 : 1000) + Math.abs(span.first - at)
  return spans.toSorted((a, b) => rank(a) - rank(b))
}

const SUSPECT_EVENTS = new Set(['arrest_detention', 'charge_indictment', 'conviction_sentence', 'extradition_transfer', 'acquittal_dismissal'])

/** Suspects are not rescued and victims are not charged. */
function suits(_doc: Annotated, type: string, group: Group): boolean {
  if (type === 'rescue_release' || type === 'repatriation' || type === 'victim_identification' || type === 'escape') return group.role !== 'suspect'
  return SUSPECT_EVENTS.has(type) ? group.role !== 'victim' : true
}
