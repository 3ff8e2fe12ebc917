import { eventTypes } from '@tipwire/domain'
import { expect, test } from 'vitest'
import { labelledDocuments } from './labelled.ts'

const documents = [...labelledDocuments('tune'), ...labelledDocuments('held')]

test('ids differ', () => {
  expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length)
})

test('every event type is labelled at least twice', () => {
  const told = documents.flatMap(({ gold }) => gold.events.map(({ type }) => type))
  expect(Object.keys(eventTypes).filter((type) => told.filter((one) => one === type).length < 2)).toEqual([])
})

test('places and bodies are written as in the document', () => {
  const strange = documents.flatMap(({ id, title, text, gold }) => {
    const names = gold.events.flatMap(({ place, actors }) => [...(place ? [place] : []), ...actors.map(({ name }) => name)])
    return names.filter((name) => !`${title}\n${text}`.includes(name)).map((name) => `${id}: ${name}`)
  })
  expect(strange).toEqual([])
})

test('what is not about the subject has empty lists, and nothing happens after it was told', () => {
  for (const { id, gold, published_at } of documents) {
    if (!gold.relevant) expect([id, gold.events, gold.statistics]).toEqual([id, [], []])
    const later = gold.events.filter(({ status, occurred }) => status === 'happened' && published_at && occurred && occurred > published_at)
    expect([id, later]).toEqual([id, []])
  }
})
