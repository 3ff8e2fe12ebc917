import type { ReadableDocument, Reading } from '@tipwire/domain'
import { readDocument } from '@tipwire/extraction'
import { type Redactor, redactor } from '@tipwire/privacy'

/** Reads a document as the extractor does: same reader, same redaction. */
export function read(document: ReadableDocument): Reading {
  return readDocument(document, { redact: redactor })
}

/** The reading, and the redactor that knows which words are places and bodies: for showing the text itself. */
export function readForShow(document: ReadableDocument): { reading: Reading; redactor: Redactor } {
  let used: Redactor | undefined
  const reading = readDocument(document, {
    redact: (input) => {
      used = redactor(input)
      return used
    },
  })
  return { reading, redactor: used ?? redactor({ title: document.title, text: document.text, lang: document.lang }) }
}
