import type { ReadingStatistic } from '@tipwire/domain'
import type { Annotated, PlaceMention } from '../annotate/types.ts'
import type { FigureMention } from '../figures/types.ts'
import type { Evidencer } from './evidence.ts'
import { speakerOf } from './speakers.ts'
import type { Draft } from './types.ts'

type Statistic = ReadingStatistic
type Told = Readonly<{ figures: readonly FigureMention[]; drafts: readonly Draft[] }>

/** Figures as statistics, each once, however often the document repeats it. */
export function toStatistics(doc: Annotated, { figures, drafts }: Told, evidence: Evidencer): Statistic[] {
  const out: Statistic[] = []
  // A total that names no country speaks of the one where the news is.
  const country = drafts.find((draft) => draft.status === 'happened' && draft.country !== null)?.country ?? null
  for (const figure of figures) {
    const told = toStatistic(doc, figure, evidence)
    const made = { ...told, country: told.country ?? country }
    const known = out.find((other) => isSame(other, made))
    if (known) {
      known.evidence.push(...made.evidence)
      known.said_by ??= made.said_by
      if (known.nationalities.length === 0) known.nationalities = made.nationalities
      known.country ??= made.country
    } else out.push(made)
  }
  return out
}

const isSame = (a: Statistic, b: Statistic): boolean =>
  a.kind === b.kind && a.min === b.min && a.max === b.max && (a.country === b.country || a.measure === b.measure)

function toStatistic(doc: Annotated, figure: FigureMention, evidence: Evidencer): Statistic {
  const { group, sentence, measure, kind } = figure
  const number = group.number ?? { min: null, max: null, qualifier: 'exact' as const }
  const places = doc.places.filter((place) => place.first >= sentence.first && place.last <= sentence.last && place.country !== '')
  const asOf = dateOf(doc, figure)
  const said = speakerOf(doc, figure)
  const cited = kind === 'estimate' || kind === 'period' ? citedWork(doc, figure) : null
  return {
    measure,
    kind,
    basis: kind === 'estimate' ? 'estimate' : said ? 'official' : 'unattributed',
    min: number.min,
    max: number.max,
    qualifier: number.qualifier,
    nationalities: [...group.nationalities],
    country: nearest(places, group.last)?.country ?? null,
    as_of: asOf.edtf,
    as_of_basis: asOf.basis,
    said_by: said,
    cited_work: cited,
    evidence: evidence([
      { span: figure.predicate, role: 'trigger' },
      { span: group, role: 'count' },
    ]),
  }
}

function nearest(places: readonly PlaceMention[], at: number): PlaceMention | undefined {
  const after = places.filter((place) => place.first >= at).toSorted((a, b) => a.first - b.first)
  return after[0] ?? places.at(-1)
}

function dateOf(
  doc: Annotated,
  { sentence, kind }: FigureMention,
): { edtf: string | null; basis: 'stated' | 'statement_date' | 'publication_date' | 'cited_work' | 'unknown' } {
  const stated = doc.dates.filter((date) => date.first >= sentence.first && date.last <= sentence.last)[0]
  if (kind === 'cumulative') return dateOfTotal(doc)
  if (stated) return { edtf: stated.edtf, basis: kind === 'estimate' ? 'cited_work' : 'stated' }
  return { edtf: null, basis: 'unknown' }
}

/** A running total stands as of the day it was announced ("said in a post on Saturday"), else of the day of publication. */
function dateOfTotal(doc: Annotated): { edtf: string | null; basis: 'statement_date' | 'publication_date' | 'unknown' } {
  const announced = doc.dates.find((date) => date.grain === 'day' && isAnnounced(doc, date.first))
  if (announced) return { edtf: announced.edtf, basis: 'statement_date' }
  return doc.publishedOn ? { edtf: doc.publishedOn, basis: 'publication_date' } : { edtf: null, basis: 'unknown' }
}

function isAnnounced({ tokens, pack }: Annotated, at: number): boolean {
  const sentence = tokens[at]?.sentence
  return tokens.slice(Math.max(0, at - 6), at).some((token) => token.sentence === sentence && pack.cues.saying.has(token.lower))
}

/** "a UN report released in August 2023": the words from the article to the noun. */
function citedWork(doc: Annotated, { sentence }: FigureMention): string | null {
  for (let i = sentence.first; i < sentence.last; i++) {
    const token = doc.tokens[i]
    if (!token || !['report', 'survey', 'study'].includes(token.lower)) continue
    const words = doc.tokens.slice(Math.max(sentence.first, i - 4), i + 1)
    const start = words.findLastIndex((word) => ['a', 'an', 'the', 'to', 'by'].includes(word.lower)) + 1
    return words
      .slice(start)
      .map((word) => word.text)
      .join(' ')
  }
  return null
}
