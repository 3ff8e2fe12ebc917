import { readFileSync } from 'node:fs'
import type { Reading } from '@tipwire/domain'
import { LabelledDocument, type Scored } from '@tipwire/evaluation'
import { readDocument } from '@tipwire/extraction'
import { redactor } from '@tipwire/privacy'

/** The sets: `tune` is for whoever works on the reader, `held` is only measured, so that its figures stay honest. */
export const sets = ['tune', 'held'] as const

export function labelledDocuments(set: (typeof sets)[number]): LabelledDocument[] {
  return readFileSync(new URL(`documents/${set}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => LabelledDocument.parse(JSON.parse(line)))
}

/** Reads a document as the extractor does. */
export function readLabelled(document: LabelledDocument): Scored<Reading> {
  return { document, reading: readDocument(document, { redact: redactor }) }
}
