import { ReadableDocument } from '@tipwire/domain'
import { describe, expect, test } from 'vitest'
import { type GeneratedDocument, generateDocuments } from './generate-documents.ts'
import { inventIncident } from './incident.ts'

const some = [...generateDocuments({ seed: 7, documents: 2000 })]

describe('generateDocuments', () => {
  test('the same seed gives the same stream, another seed another one', () => {
    expect([...generateDocuments({ seed: 7, documents: 300 })]).toEqual(some.slice(0, 300))
    expect([...generateDocuments({ seed: 8, documents: 300 })]).not.toEqual(some.slice(0, 300))
  })

  test('every document is well-formed, with an id and an address of its own', () => {
    for (const { document } of some.slice(0, 300)) expect(ReadableDocument.parse(document)).toMatchObject({ lang: 'en' })
    expect(new Set(some.map(({ document }) => document.id)).size).toBe(some.length)
    expect(new Set(some.map(({ document }) => document.url)).size).toBe(some.length)
  })

  test('title and text tell the facts of the truth', () => {
    for (const { document, truth } of own(some)) {
      const { incident } = truth
      expect(`${document.title} ${document.text}`).toContain(String(incident?.count))
      expect(document.text).toContain(
        String(incident?.country.name.replace('the ', '') === 'Philippines' ? 'hilippine' : incident?.people.adjective.slice(0, 4)),
      )
      for (const figure of truth.figures) expect(document.text).toContain(`more than ${figure.value}`)
    }
  })

  test('incidents are told by several outlets, some word for word, beside other news', () => {
    const byIncident = Map.groupBy(
      some.filter(({ truth }) => truth.incident),
      ({ truth }) => truth.incident?.key,
    )
    const sizes = [...byIncident.values()].map((documents) => documents.length)
    expect(sizes.filter((size) => size === 1).length).toBeGreaterThan(100)
    expect(sizes.filter((size) => size >= 3).length).toBeGreaterThan(100)
    const reprints = some.filter(({ truth }) => truth.reprint_of)
    expect(reprints.length).toBeGreaterThan(100)
    const texts = new Map(some.map(({ document }) => [document.id, document.text]))
    for (const { document, truth } of reprints) expect(texts.get(String(truth.reprint_of))).toBe(document.text)
    expect(some.filter(({ truth }) => !truth.incident).length).toBeGreaterThan(50)
    expect(some.filter(({ truth }) => truth.figures.length).length).toBeGreaterThan(50)
  })

  test('twins share every word but the number and the day, and are two incidents', () => {
    const twins = some.filter(({ document }) => document.id.startsWith('twin-'))
    expect(twins.length).toBeGreaterThan(50)
    const words = (one: GeneratedDocument) =>
      one.document.text.replaceAll(/\d+ (January|February|March|April|May|June|July|August|September|October|November|December) \d+|\d+/g, '#')
    for (let i = 0; i + 1 < twins.length; i += 2) {
      expect(words(twins[i]!)).toBe(words(twins[i + 1]!))
      expect(twins[i]!.truth.incident?.key).not.toBe(twins[i + 1]!.truth.incident?.key)
    }
  })

  test('one outlet has told an incident only once', () => {
    const pairs = some.filter(({ truth }) => truth.incident).map(({ document, truth }) => `${truth.incident?.key} ${document.publisher}`)
    expect(new Set(pairs).size).toBe(pairs.length)
  })
})

describe('inventIncident', () => {
  test('in a million documents, no two incidents have the same kind, country, place and nationality within three weeks and a like count', () => {
    const last = new Map<string, { day: number; count: number }>()
    for (let index = 0; index < 450_000; index++) {
      const { type, place, people, day, count } = inventIncident(7, index)
      const key = `${type} ${place} ${people.code}`
      const former = last.get(key)
      const now = { day: Date.parse(day) / 86_400_000, count }
      if (former && now.day - former.day < 21) expect(Math.abs(former.count - count)).toBeGreaterThan(2)
      last.set(key, now)
    }
    expect(last.size).toBe(900)
  })
})

function own(documents: readonly GeneratedDocument[]): GeneratedDocument[] {
  return documents.filter(({ truth }) => truth.incident && !truth.reprint_of)
}
