import type { Annotated, Group, NumberMention, Sentence, Span } from '../annotate/types.ts'
import { cueAt } from '../events/status.ts'
import type { EventMention } from '../events/types.ts'
import { speakerIn } from './speaker-in.ts'
import type { FigureMention } from './types.ts'

type Compared = Readonly<{ events: EventMention[]; figures: FigureMention[] }>
type Base = Pick<FigureMention, 'measure' | 'group' | 'sentence' | 'predicate'>

/** "918 victims in 2023, up from 61 in 2021": the second number takes its measure from the first, and both are figures of a period. */
export function comparedFigures(doc: Annotated, figures: readonly FigureMention[], events: readonly EventMention[]): Compared {
  const out: FigureMention[] = []
  const told = events.flatMap((event) =>
    event.people.flatMap((group) => (event.measure && group.number ? [{ ...event, event, measure: event.measure, group, predicate: event.trigger }] : [])),
  )
  const turned = new Set<EventMention>()
  for (const sentence of doc.sentences) {
    const number = secondNumber(doc, sentence)
    if (!number) continue
    const inSentence = (one: Base): boolean => one.sentence === sentence && one.group.last <= number.first
    const figure = figures.find(inSentence)
    const event = figure
      ? undefined
      : told.find((one) => inSentence(one) && doc.dates.some((date) => date.first >= sentence.first && date.last <= sentence.last && date.grain === 'year'))
    const base = figure ?? event
    if (!base) continue
    if (event) {
      turned.add(event.event)
      out.push(figureOf(doc, event, event.group))
    }
    out.push(figureOf(doc, base, { ...base.group, first: number.first, last: number.last, head: number.first, number }))
  }
  return { events: events.filter((event) => !turned.has(event)), figures: [...out, ...samePeriod(doc, [...figures, ...out])] }
}

/** "The Dutch services reported 241 in the same year": of what the sentence before counts. */
function samePeriod(doc: Annotated, figures: readonly FigureMention[]): FigureMention[] {
  return doc.sentences.flatMap((sentence) => {
    if (!cueAt(doc, 'same_period', sentence)) return []
    const base = figures.findLast((figure) => figure.sentence.index === sentence.index - 1)
    const number = doc.numbers.find((one) => one.kind === 'plain' && one.first >= sentence.first && one.last <= sentence.last)
    if (!base || !number || figures.some((figure) => figure.group.first === number.first)) return []
    return [figureOf(doc, { ...base, sentence }, { ...base.group, first: number.first, last: number.last, head: number.first, number })]
  })
}

function secondNumber(doc: Annotated, sentence: Sentence): NumberMention | undefined {
  const cue = cueAt(doc, 'comparison', sentence)
  return cue && doc.numbers.find((one) => one.kind === 'plain' && one.first >= cue.last && one.first - cue.last <= 1 && one.last <= sentence.last)
}

function figureOf(doc: Annotated, { measure, sentence, predicate }: Base, group: Group): FigureMention {
  return { measure, kind: 'period', group, sentence, predicate: predicate satisfies Span, speaker: speakerIn(doc, sentence) }
}
