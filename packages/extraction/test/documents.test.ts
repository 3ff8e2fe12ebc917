import { ReadableDocument } from '@tipwire/domain'
import { expect, test } from 'vitest'
import { readDocument } from '../src/index.ts'
import courtSentence from './documents/court-sentence.json' with { type: 'json' }
import denial from './documents/denial.json' with { type: 'json' }
import deportedAfterRaid from './documents/deported-after-raid.json' with { type: 'json' }
import drugRaid from './documents/drug-raid.json' with { type: 'json' }
import embassyAdvisory from './documents/embassy-advisory.json' with { type: 'json' }
import estimatesOnly from './documents/estimates-only.json' with { type: 'json' }
import familiesAppeal from './documents/families-appeal.json' with { type: 'json' }
import floodRescue from './documents/flood-rescue.json' with { type: 'json' }
import kilnInPakistan from './documents/kiln-in-pakistan.json' with { type: 'json' }
import namedVictim from './documents/named-victim.json' with { type: 'json' }
import sanctions from './documents/sanctions.json' with { type: 'json' }
import wireRescueAndArrests from './documents/wire-rescue-and-arrests.json' with { type: 'json' }
import { plainRedactor } from './plain-redactor.ts'

type Golden = Readonly<{
  document: object & { id: string }
  expected: Readonly<{ relevant: boolean; events: readonly object[]; statistics: readonly object[] }>
}>

const documents: readonly Golden[] = [
  courtSentence,
  denial,
  deportedAfterRaid,
  drugRaid,
  embassyAdvisory,
  estimatesOnly,
  familiesAppeal,
  floodRescue,
  kilnInPakistan,
  namedVictim,
  sanctions,
  wireRescueAndArrests,
]

for (const { document, expected } of documents) {
  const readable = ReadableDocument.parse(document)

  test(`reads ${document.id}`, () => {
    const reading = readDocument(readable, { redact: plainRedactor })
    const events = reading.events.map(({ type, status, occurred, country, place, counts, nationalities, exploitation }) => {
      return {
        type,
        status,
        occurred,
        country,
        place,
        counts: counts.map(({ measure, min, max }) => ({ measure, min, max })),
        nationalities,
        exploitation: exploitation.toSorted(),
      }
    })
    const statistics = reading.statistics.map(({ measure, kind, min, max }) => ({ measure, kind, min, max }))
    expect({ relevant: reading.relevant, events: sorted(events), statistics: sorted(statistics) }).toEqual({
      relevant: expected.relevant,
      events: sorted(expected.events),
      statistics: sorted(expected.statistics),
    })
  })

  test(`every word behind ${document.id} stands where it is said to stand`, () => {
    const { events, statistics } = readDocument(readable, { redact: plainRedactor })
    const evidence = [
      ...events.flatMap((event) => [...event.evidence, ...event.counts.flatMap((count) => count.evidence)]),
      ...statistics.flatMap((one) => one.evidence),
    ]
    for (const { field, start, end, quote } of evidence) expect(quote).toBe(readable[field].slice(start, end))
  })
}

test('a language without a pack is stored and never guessed', () => {
  const reading = readDocument(ReadableDocument.parse({ ...kilnInPakistan.document, lang: 'km' }), { redact: plainRedactor })
  expect(reading).toEqual({ relevant: false, events: [], statistics: [], unsupported_language: true })
})

test('the same document gives the same reading', () => {
  const once = ReadableDocument.parse(wireRescueAndArrests.document)
  expect(readDocument(once, { redact: plainRedactor })).toEqual(readDocument(once, { redact: plainRedactor }))
})

function sorted<T extends object>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}
