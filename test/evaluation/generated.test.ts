import { findDuplicates } from '@tipwire/deduplication'
import type { Reading } from '@tipwire/domain'
import { readDocument } from '@tipwire/extraction'
import { redactor } from '@tipwire/privacy'
import { groupDocuments } from '@tipwire/resolution'
import { type GeneratedDocument, generateDocuments } from '@tipwire/testkit'
import { describe, expect, test } from 'vitest'
import { bCubed } from './b-cubed.ts'

// Simple news, simply told: what is missed here is missed everywhere. The thresholds are what today's reader reaches, so that no change goes below.
const read = [...generateDocuments({ seed: 5, documents: 500 })].map((one) => ({ ...one, reading: readDocument(one.document, { redact: redactor }) }))
const told = read.filter(({ truth }) => truth.incident)

describe('reading generated news', () => {
  test('the incident comes out with type, status, count and country', () => {
    expect(share(told, ({ truth, reading }) => findsIncident(truth, reading))).toBeGreaterThan(0.9)
  })

  test('a running total is a statistic, and never an event', () => {
    const withTotal = told.filter(({ truth }) => truth.figures.length)
    expect(withTotal.length).toBeGreaterThan(10)
    expect(
      share(withTotal, ({ truth, reading }) =>
        truth.figures.every(({ value }) => reading.statistics.some((one) => one.min === value && one.kind === 'cumulative')),
      ),
    ).toBeGreaterThan(0.8)
    expect(withTotal.filter(({ truth, reading }) => truth.figures.some(({ value }) => countsOf(reading).includes(value)))).toEqual([])
  })

  test('other news gives no event', () => {
    const others = read.filter(({ truth }) => !truth.incident)
    expect(others.length).toBeGreaterThan(10)
    expect(others.filter(({ reading }) => reading.events.length || reading.statistics.length).map(({ document }) => document.title)).toEqual([])
  })

  test('every quote is the slice of the text that it claims to be', () => {
    for (const { document, reading } of read) {
      for (const { field, start, end, quote } of evidenceOf(reading)) expect(document[field].slice(start, end)).toBe(quote)
    }
  })
})

test('documents that tell one incident come together, and twins stay apart', () => {
  const pages = read.map(({ document: { id, url, title, text, published_at } }) => ({ id, url, title, text, published_at }))
  const originals = new Map(findDuplicates(pages).map(({ id, duplicate_of }) => [id, duplicate_of]))
  const groups = new Map(
    groupDocuments(read.map((one) => ({ document: telling(one, originals), reading: one.reading }))).map(({ id, cluster }) => [id, cluster]),
  )
  const score = bCubed(read.map(({ document, truth }) => ({ id: document.id, truth: truth.incident?.key ?? null, found: groups.get(document.id) ?? null })))
  expect(score).toBeGreaterThan(0.92)
  for (const { document } of read.filter((one) => one.document.id.startsWith('twin-') && one.document.id.endsWith('-1'))) {
    expect(groups.get(document.id)).not.toBe(groups.get(document.id.replace(/1$/, '0')))
  }
})

function findsIncident({ incident }: GeneratedDocument['truth'], { events }: Reading): boolean {
  return events.some(
    ({ type, status, country, counts }) =>
      type === incident?.type &&
      status === 'happened' &&
      country === incident.country.code &&
      counts.some(({ min, measure }) => min === incident.count && measure === incident.measure),
  )
}

function countsOf({ events }: Reading): (number | null)[] {
  return events.flatMap(({ counts }) => counts.map(({ min }) => min))
}

function evidenceOf({ events, statistics }: Reading) {
  return [...events.flatMap((event) => [...event.evidence, ...event.counts.flatMap((count) => count.evidence)]), ...statistics.flatMap((one) => one.evidence)]
}

function share<T>(list: readonly T[], isRight: (one: T) => boolean): number {
  return list.filter(isRight).length / list.length
}

function telling({ document }: GeneratedDocument, originals: ReadonlyMap<string, string | null>) {
  const { id, source_kind, url, publisher, published_at, lang, source_actor } = document
  const rest = { collected_at: null, parent_document_id: null, agency: null, availability: 'live' as const }
  return {
    document_id: id,
    content_key: url,
    source_id: publisher,
    source_kind,
    publisher,
    source_actor: source_actor ?? null,
    published_at,
    duplicate_of: originals.get(id) ?? null,
    lang,
    url,
    ...rest,
  }
}
