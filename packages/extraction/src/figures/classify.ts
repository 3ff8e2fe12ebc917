import type { FigureKind } from '@tipwire/domain'
import type { Annotated, Group, Sentence, Span } from '../annotate/types.ts'
import { hasCue } from '../events/status.ts'
import { clauseAround } from '../events/syntax.ts'

/** What sort of figure a number is by the words around it; null: nothing makes it more than the event's own. */
export function kindOfFigure(doc: Annotated, sentence: Sentence, { group, predicate }: { group: Group; predicate: Span }): FigureKind | null {
  const span = { first: Math.min(group.first, predicate.first), last: Math.max(group.last, predicate.last) }
  const clause = clauseAround(doc.tokens, sentence, span)
  const wide = { first: sentence.first, last: sentence.last }
  if (hasCue(doc, 'estimate', clause) || hasCue(doc, 'estimate', { first: Math.max(sentence.first, clause.first - 3), last: clause.first })) return 'estimate'
  if (isCumulative(doc, sentence, clause) || isRunning(doc, sentence, span.last)) return 'cumulative'
  const perfect = isPerfect(doc, predicate)
  if (perfect && hasCue(doc, 'running', wide)) return 'cumulative'
  if (isOneCase(group)) return null
  if (hasCue(doc, 'ongoing', clause)) return 'cumulative'
  if (!isPeriod(doc, wide, clause)) return null
  // "From January to 21 March, the unit has rescued 214": the span is still open.
  return perfect && doc.dates.some((date) => date.grain === 'range' && date.first === sentence.first) ? 'cumulative' : 'period'
}

/** "has rescued", "have been rescued", also as the second of two verbs: "has rescued 214 victims and arrested 187". */
function isPerfect({ tokens }: Annotated, { first }: Span): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 8); i--) {
    const token = tokens[i]
    if (token?.lemma === 'have' && token.pos === 'AUX') return true
    if (token?.pos === 'AUX' && token.lemma !== 'be') return false
  }
  return false
}

/** "Two other men were jailed in 2022": a handful with a year is an event of that year, not a total. */
const isOneCase = (group: Group): boolean => (group.number?.min ?? group.number?.max ?? 0) < 10

/** "so far", "since January 2024", "brings to 214 the number": a running total. "Since" a day of the same operation is no total. */
function isCumulative(doc: Annotated, sentence: Sentence, clause: Span): boolean {
  if (hasCue(doc, 'cumulative', clause)) return true
  const opening = { first: sentence.first, last: Math.min(sentence.last, sentence.first + 8) }
  return clause.first > sentence.first && hasCue(doc, 'cumulative', opening)
}

/** "have been rescued and sent back home so far": the words reach back over every verb up to the next number of people. */
function isRunning(doc: Annotated, sentence: Sentence, from: number): boolean {
  const next = doc.groups.find((group) => group.first >= from && group.last <= sentence.last && group.number !== null)
  return hasCue(doc, 'running', { first: from, last: next?.first ?? sentence.last })
}

function isPeriod(doc: Annotated, wide: Span, clause: Span): boolean {
  const dates = doc.dates.filter((date) => date.first >= wide.first && date.last <= wide.last)
  const year = dates.some(
    (date) =>
      (date.grain === 'year' || date.grain === 'range') &&
      (date.first - wide.first <= 1 || date.first >= clause.first - 4) &&
      (date.first - wide.first <= 1 || date.last <= clause.last + 4),
  )
  const months = dates.filter((date) => date.grain === 'month')
  const pair = months.length === 2 && ['and', 'to', 'until'].includes(doc.tokens[months[0]?.last ?? 0]?.lower ?? '')
  return year || pair || hasCue(doc, 'period', clause) || inYears(doc, clause)
}

/** "in 18 years" */
const inYears = ({ tokens, numbers }: Annotated, clause: Span): boolean =>
  numbers.some(
    (number) =>
      number.kind === 'duration' &&
      number.first >= clause.first &&
      number.last <= clause.last &&
      ['in', 'over', 'within'].includes(tokens[number.first - 1]?.lower ?? '') &&
      tokens[number.last + 1]?.lower !== 'in',
  )
