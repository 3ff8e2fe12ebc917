import type { ReadableDocument, Reading } from '@tipwire/domain'
import { readDocument } from '@tipwire/extraction'
import { redactor } from '@tipwire/privacy'

/** Reads a document as the extractor does: same reader, same redaction. */
export function read(document: ReadableDocument): Reading {
  return readDocument(document, { redact: redactor })
}
