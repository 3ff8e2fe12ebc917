import { type ReadableDocument, Reading } from '@tipwire/domain'
import { annotate } from './annotate/annotate.ts'
import type { Annotated } from './annotate/types.ts'
import { assemble } from './assemble/assemble.ts'
import type { Redacting } from './assemble/evidence.ts'
import { addSentences } from './assemble/sentences.ts'
import { findMentions } from './events/find-mentions.ts'
import { splitFigures } from './figures/find-figures.ts'
import { isRelevant } from './gate/gate.ts'
import { packOf } from './packs/index.ts'
import { segment } from './segment/segment.ts'

/** A slice known to be no person: a place, a body, a date. */
export type KnownSpan = Readonly<{ field: 'title' | 'text'; start: number; end: number }>

/** Makes the redactor of one document; `privacy` gives it. */
export type RedactorFactory = (input: Readonly<{ title: string; text: string; lang: string; known: readonly KnownSpan[] }>) => Redacting

export type Tools = Readonly<{ redact: RedactorFactory }>

/**
 * Reads one document: typed events, counts and statistics, each with the words it came from. Pure and deterministic; takes milliseconds.
 * A language without a pack gives `unsupported_language` and nothing else. Throws only when its own output is no valid reading.
 */
export function readDocument(document: ReadableDocument, tools: Tools): Reading {
  const pack = packOf(document.lang)
  if (pack === undefined) return { relevant: false, events: [], statistics: [], unsupported_language: true }
  const doc = annotate(document, segment(document, pack), pack)
  if (!isRelevant(doc)) return { relevant: false, events: [], statistics: [] }
  const found = splitFigures(doc, findMentions(doc))
  const redacting = tools.redact({ title: document.title, text: document.text, lang: document.lang, known: knownSpans(doc) })
  return Reading.parse(addSentences(assemble(doc, found, redacting), doc, redacting))
}

/** Places, bodies, nationalities and dates are no people's names. */
function knownSpans(doc: Annotated): KnownSpan[] {
  return [...doc.places, ...doc.bodies, ...doc.nationalities, ...doc.dates].flatMap(({ first, last }) => {
    const from = doc.tokens[first]
    const to = doc.tokens[last - 1]
    return from && to ? [{ field: from.field, start: from.start, end: to.end }] : []
  })
}
