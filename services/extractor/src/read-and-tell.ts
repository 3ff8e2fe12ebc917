import type { ReadableDocument, Reading } from '@tipwire/domain'
import { readDocument } from '@tipwire/extraction'
import { redactor } from '@tipwire/privacy'
import { agencyCredit } from '@tipwire/resolution'

/** A reading, and what reports show of the document besides: the redacted headline and the agency that it credits; null when the document tells nothing. */
export type ReadAndTold = Readonly<{ reading: Reading; told: Readonly<{ headline: string; agency: string | null }> | null }>

/** Reads a document. Its headline goes through the reader's own redactor, which knows the places, bodies and nations in it and so leaves them. */
export function readAndTell(document: ReadableDocument): ReadAndTold {
  let redacting: ReturnType<typeof redactor> | undefined
  const reading = readDocument(document, {
    redact: (input) => {
      redacting = redactor(input)
      return redacting
    },
  })
  if (redacting === undefined || reading.events.length + reading.statistics.length === 0) return { reading, told: null }
  return { reading, told: { headline: redacting.redact('title', 0, document.title.length), agency: agencyCredit(document.text) } }
}
