import type { ReadableDocument } from '@tipwire/domain'
import winkModel from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Segment, SegmentKind } from '../segment/segment.ts'
import { fixPart, lemmaOf } from './parts-of-speech.ts'
import type { Sentence, Token } from './types.ts'

const nlp = winkNLP(winkModel, ['sbd', 'pos'])
const its = nlp.its

const READ: ReadonlySet<SegmentKind> = new Set(['headline', 'body', 'embed'])
/** Longer segments are cut: the cost of a document stays linear and bounded. */
const LONGEST_SEGMENT = 20_000

/** Sentences and words of the segments that are read for facts. */
export function tokenize(document: ReadableDocument, segments: readonly Segment[]): { tokens: Token[]; sentences: Sentence[] } {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  for (const part of segments) if (READ.has(part.kind)) addSegment({ document, part, tokens, sentences })
  return { tokens, sentences }
}

type Into = Readonly<{ document: ReadableDocument; part: Segment; tokens: Token[]; sentences: Sentence[] }>

function addSegment({ document, part, tokens, sentences }: Into): void {
  const source = part.field === 'title' ? document.title : document.text
  const text = source.slice(part.start, Math.min(part.end, part.start + LONGEST_SEGMENT))
  const doc = nlp.readDoc(text.replaceAll('\u00a0', ' '))
  const values = doc.tokens().out() as string[]
  const parts = doc.tokens().out(its.pos) as string[]
  const lemmas = doc.tokens().out(its.lemma as never) as unknown as string[]
  const ends = sentenceEnds(doc.sentences().out(its.span) as unknown as [number, number][], values)
  let at = 0
  let first = tokens.length
  let quoted = false
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as string
    const found = text.indexOf(value, at)
    const start = found < 0 ? at : found
    at = start + value.length
    const isQuote = value === '“' || value === '”' || value === '"'
    if (isQuote) quoted = value === '“' || (value === '"' && !quoted)
    const lower = value.toLowerCase().replaceAll('’', "'")
    const pos = fixPart({ value, lower, pos: parts[i] as string, previous: tokens.at(-1), headline: part.kind === 'headline' })
    tokens.push({
      index: tokens.length,
      field: part.field,
      text: value,
      lower,
      lemma: lemmaOf(lower, lemmas[i] as string, pos),
      pos,
      start: part.start + start,
      end: part.start + at,
      sentence: sentences.length,
      quoted: quoted && !isQuote,
    })
    if (ends.has(i)) {
      sentences.push({
        index: sentences.length,
        first,
        last: tokens.length,
        paragraph: part.paragraph,
        segment: part.kind,
        field: part.field,
        titleCase: part.kind === 'headline' && isTitleCase(tokens.slice(first)),
      })
      first = tokens.length
      quoted = false
    }
  }
}

/** Index of the last token of each sentence; a stop after an abbreviation ends nothing, and a lone closing quote belongs to what it closes. */
function sentenceEnds(spans: readonly [number, number][], values: readonly string[]): ReadonlySet<number> {
  const ends = new Set<number>()
  for (let s = 0; s < spans.length; s++) {
    const end = spans[s]?.[1] ?? values.length - 1
    const last = values[end] ?? ''
    if (s < spans.length - 1 && ABBREVIATIONS.has(last.toLowerCase())) continue
    ends.add(end)
  }
  ends.add(values.length - 1)
  return ends
}

const ABBREVIATIONS = new Set([
  'u.s.',
  'mr.',
  'ms.',
  'mrs.',
  'dr.',
  'sept.',
  'rs.',
  'no.',
  'st.',
  'gov.',
  'gen.',
  'jan.',
  'feb.',
  'aug.',
  'oct.',
  'nov.',
  'dec.',
  'ltd.',
  'govt.',
  'col.',
  'lt.',
  'sgt.',
  'rev.',
  'u.k.',
  'm.',
  'j.',
  'a.',
  's.',
  'k.',
])

function isTitleCase(tokens: readonly Token[]): boolean {
  const long = tokens.filter((token) => token.text.length > 3 && /^\p{L}/u.test(token.text))
  return long.length >= 3 && long.filter((token) => /^\p{Lu}/u.test(token.text)).length / long.length > 0.7
}
