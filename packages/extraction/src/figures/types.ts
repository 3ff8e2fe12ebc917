import type { FigureKind, Measure } from '@tipwire/domain'
import type { BodyMention, Group, Sentence, Span } from '../annotate/types.ts'

/** A number of people that is not an event's own, in one sentence. */
export type FigureMention = Readonly<{
  measure: Measure
  kind: FigureKind
  group: Group
  sentence: Sentence
  predicate: Span
  speaker: BodyMention | null
}>
