import type { FigureKind } from '@tipwire/domain'
import { compilePhrases, findAll, type Matcher } from '../annotate/phrases.ts'
import type { Annotated, Group, Sentence, Span } from '../annotate/types.ts'
import { hasCue } from '../events/status.ts'
import { listedAfter, objectsAfter, subjectBefore, verbGroup } from '../events/syntax.ts'
import type { EventMention } from '../events/types.ts'
import type { Pack, StateFrame } from '../packs/types.ts'
import { kindOfFigure } from './classify.ts'
import { comparedFigures } from './compared.ts'
import { guessedFigures } from './guessed.ts'
import { speakerIn } from './speaker-in.ts'
import type { FigureMention } from './types.ts'

const compiled = new WeakMap<Pack, readonly Matcher<true>[]>()

/** Splits tellings with numbers: a number that words make a total, a period or an estimate is a figure and never the event's own. */
export function splitFigures(doc: Annotated, mentions: readonly EventMention[]): { events: EventMention[]; figures: FigureMention[] } {
  const events: EventMention[] = []
  const figures: FigureMention[] = []
  for (const mention of mentions) {
    // How many are exploited is first of all a state; what no state explains comes at the end.
    const found = mention.type === 'exploitation_reported' ? [] : figuresOf(doc, mention)
    if (found.length === 0) events.push(mention)
    figures.push(...found)
  }
  figures.push(...totalFigures(doc, mentions), ...stateFigures(doc, figures, events))
  const known = new Set(figures.map((figure) => figure.group.first))
  figures.push(
    ...events
      .filter((event) => event.type === 'exploitation_reported')
      .flatMap((event) => figuresOf(doc, event))
      .filter((figure) => !known.has(figure.group.first)),
  )
  figures.push(...guessedFigures(doc, figures, events))
  const compared = comparedFigures(doc, figures, events)
  figures.push(...compared.figures)
  const shared = shareObjects(compared.events, figures)
  const used = new Set(figures.map((figure) => figure.group.first))
  return {
    figures: shared.figures,
    events: shared.events.filter((event) => event.type !== 'exploitation_reported' || !event.people.some((group) => used.has(group.first))),
  }
}

const NEXT_VERB = 2

/** "has rescued and repatriated over 1,100 people": both verbs have one object, and the first says what is counted. */
function shareObjects(events: readonly EventMention[], figures: readonly FigureMention[]): { events: EventMention[]; figures: FigureMention[] } {
  const firstVerb = ({ sentence, predicate }: FigureMention): EventMention | undefined =>
    events.find(
      ({ sentence: other, trigger, people, measure, nominal }) =>
        other === sentence &&
        !nominal &&
        measure !== undefined &&
        people.length === 0 &&
        trigger.last < predicate.first &&
        predicate.first - trigger.last < NEXT_VERB,
    )
  const before = figures.map((figure) => (figure.kind === 'cumulative' ? firstVerb(figure) : undefined))
  return {
    events: events.filter((event) => !before.includes(event)),
    figures: figures.map((figure, index) => ({ ...figure, measure: before[index]?.measure ?? figure.measure })),
  }
}

function figuresOf(doc: Annotated, mention: EventMention): FigureMention[] {
  const { measure } = mention
  if (measure === undefined || mention.status === 'denied' || mention.status === 'planned') return []
  return mention.people.flatMap((group) => {
    if (group.number === null || (group.number.min === 1 && group.number.max === 1)) return []
    const kind = kindOfFigure(doc, mention.sentence, { group, predicate: mention.trigger })
    // A case of some year is one case; only words that sum make its victims a figure.
    if (kind === 'period' && mention.type === 'exploitation_reported') return []
    return kind ? [{ measure, kind, group, sentence: mention.sentence, predicate: mention.trigger, speaker: speakerIn(doc, mention.sentence) }] : []
  })
}

/** "The release brings to 214 the number of Filipinos …": a running total of what the document tells. */
function totalFigures(doc: Annotated, mentions: readonly EventMention[]): FigureMention[] {
  const main = mentions.find((mention) => mention.measure === 'rescued' || mention.measure === 'repatriated' || mention.measure === 'arrested')
  if (!main?.measure) return []
  const { measure } = main
  return doc.sentences.flatMap((sentence) => {
    if (!hasCue(doc, 'total', sentence)) return []
    const cue = doc.tokens.slice(sentence.first, sentence.last).find((token) => token.lemma === 'bring' || token.lemma === 'take')
    const number = doc.numbers.find((one) => cue && one.first > cue.index && one.last <= sentence.last && one.kind === 'plain')
    if (!cue || !number) return []
    const nationalities = doc.groups.filter((group) => group.first >= number.last && group.last <= sentence.last).flatMap((group) => group.nationalities)
    const group: Group = {
      first: number.first,
      last: number.last,
      head: number.first,
      role: 'neutral',
      number: { min: number.min, max: number.max, qualifier: number.qualifier },
      nationalities: [...new Set(nationalities)],
      anaphor: false,
      part: false,
      child: false,
      definite: true,
      named: false,
      originEnd: number.last,
    }
    return [{ measure, kind: 'cumulative' as const, group, sentence, predicate: { first: cue.index, last: cue.index + 1 }, speaker: speakerIn(doc, sentence) }]
  })
}

/** Numbers of people held, missing or known: "over 5,000 Indians were stuck", "61,200 victims in 2022". */
function stateFigures(doc: Annotated, taken: readonly FigureMention[], events: readonly EventMention[]): FigureMention[] {
  let matchers = compiled.get(doc.pack)
  if (!matchers) {
    matchers = doc.pack.states.map((state) => compilePhrases(state.phrases))
    compiled.set(doc.pack, matchers)
  }
  const used = new Set<number>([
    ...taken.map((figure) => figure.group.first),
    ...events.flatMap((event) => (event.type === 'exploitation_reported' ? [] : event.people.map((group) => group.first))),
  ])
  const out: FigureMention[] = []
  for (const sentence of doc.sentences) {
    doc.pack.states.forEach((state, index) => {
      for (const match of findAll((matchers as readonly Matcher<true>[])[index] as Matcher<true>, doc.tokens, sentence)) {
        for (const figure of stateFigure(doc, sentence, { state, match })) {
          if (used.has(figure.group.first) || isOwnNumber(figure.group, events)) continue
          used.add(figure.group.first)
          out.push(figure)
        }
      }
    })
  }
  return out
}

/** "Fourteen people who had been trapped" beside "14 rescued": the event's own people, in other words. */
function isOwnNumber({ number }: Group, events: readonly EventMention[]): boolean {
  return events.some(
    ({ type, people }) => type !== 'exploitation_reported' && people.some((group) => group.number?.min === number?.min && group.number?.max === number?.max),
  )
}

function stateFigure(doc: Annotated, sentence: Sentence, { state, match }: { state: StateFrame; match: Span }): FigureMention[] {
  const groups = holdersOf(doc, sentence, match).filter(
    (group) => group.number !== null && group.role !== 'suspect' && group.role !== 'official' && !isOne(group),
  )
  return groups.flatMap((group) => {
    const kind = kindOfState(doc, sentence, { state, match, group })
    return kind ? [{ measure: state.measure, kind, group, sentence, predicate: match, speaker: speakerIn(doc, sentence) }] : []
  })
}

const isOne = (group: Group): boolean => group.number?.min === 1 && group.number.max === 1

function holdersOf(doc: Annotated, sentence: Sentence, match: Span): Group[] {
  const reach = { doc, sentence }
  const verb = verbGroup(doc.tokens, sentence, match.first)
  const inside = doc.groups.filter((group) => group.first > match.first && group.last <= match.last && group.number !== null)
  if (inside.length > 0) return inside
  const objects = objectsAfter(reach, match.last)
  const subject = subjectBefore(reach, verb.first)
  if (verb.passive || objects.length === 0) return subject ? allListed(doc, sentence, subject) : []
  return objects
}

/** "at least 120,000 people in Myanmar, and another 100,000 in Cambodia, were forced": both are subjects. */
function allListed(doc: Annotated, sentence: Sentence, subject: Group): Group[] {
  const numbered = doc.groups.filter((group) => group.first >= sentence.first && group.last <= subject.last && group.number !== null && !group.part)
  const chain = numbered.filter((group) => group.first === subject.first || listedAfter(doc, group, sentence).some((one) => one.first === subject.first))
  const elliptic = doc.tokens[subject.first]?.lower === 'another' ? numbered.filter((group) => group.last <= subject.first).slice(-1) : []
  return chain.length > 0 ? [...elliptic, ...chain] : [subject]
}

function kindOfState(doc: Annotated, sentence: Sentence, { state, match, group }: { state: StateFrame; match: Span; group: Group }): FigureKind | null {
  const kind = kindOfFigure(doc, sentence, { group, predicate: match })
  if (hasCue(doc, 'aim', { first: sentence.first, last: Math.max(match.first, group.first) })) return 'planned'
  if (kind === 'estimate' || citesReport(doc, sentence, group)) return 'estimate'
  if (state.measure === 'trapped' && hasCue(doc, 'current', sentence) && kind !== 'cumulative') return 'current'
  // Nobody is stuck in a running total.
  return state.kind === 'current' && kind === 'cumulative' ? 'current' : (kind ?? state.kind)
}

/** A large round number that a report gives for people held is an estimate, whatever the verb. */
function citesReport(doc: Annotated, sentence: Sentence, group: Group): boolean {
  const words = doc.tokens.slice(sentence.first, sentence.last).map((token) => token.lower)
  const large = (group.number?.min ?? group.number?.max ?? 0) >= 10_000
  return large && words.includes('report')
}
