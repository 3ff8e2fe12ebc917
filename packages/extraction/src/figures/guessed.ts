import type { Annotated, Group, Sentence } from '../annotate/types.ts'
import { hasCue } from '../events/status.ts'
import type { EventMention } from '../events/types.ts'
import { speakerIn } from './speaker-in.ts'
import type { FigureMention } from './types.ts'

/** From so many people on, a number beside a word of guessing is an estimate of all who are exploited. */
const MANY = 100

/** "It believes that over 1.5 million people are in debt bondage": a large number that no event or state explains, in a sentence that guesses. */
export function guessedFigures(doc: Annotated, figures: readonly FigureMention[], events: readonly EventMention[]): FigureMention[] {
  const used = new Set([...figures.map(({ group }) => group.first), ...events.flatMap(({ people }) => people.map(({ first }) => first))])
  return doc.sentences.flatMap((sentence) => {
    if (sentence.segment === 'headline' || !hasCue(doc, 'estimate', sentence)) return []
    return doc.groups
      .filter((group) => inside(group, sentence) && !used.has(group.first) && isMany(group) && !isOfThem(doc, group))
      .map((group) => ({ measure: 'victims' as const, kind: 'estimate' as const, group, sentence, predicate: group, speaker: speakerIn(doc, sentence) }))
  })
}

const inside = (group: Group, sentence: Sentence): boolean => group.first >= sentence.first && group.last <= sentence.last
const isMany = ({ number, part, role }: Group): boolean => !part && role !== 'suspect' && role !== 'official' && (number?.min ?? number?.max ?? 0) >= MANY

/** ", of whom 49 million did hazardous work": a part of the number before. */
const isOfThem = ({ tokens }: Annotated, { first }: Group): boolean => ['whom', 'them'].includes(tokens[first - 1]?.lower ?? '')
