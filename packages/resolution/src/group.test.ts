import { expect, it } from 'vitest'
import { aCount, aDocument, anEvent } from '../test/tellings.ts'
import { groupDocuments } from './group.ts'

const input = (events: Parameters<typeof anEvent>[0][], document: Parameters<typeof aDocument>[0] = {}) => ({
  document: aDocument(document),
  reading: { relevant: true, events: events.map(anEvent), statistics: [] },
})

it('puts documents about one case together, what follows included, and leaves twins apart', () => {
  const groups = groupDocuments([
    input([{}], { document_id: 'a' }),
    input([{ place: null }], { document_id: 'b' }),
    input([{ type: 'repatriation', occurred: '2025-07-29', place: null, counts: [aCount('repatriated', 14)] }], {
      document_id: 'c',
      published_at: '2025-07-30T08:00:00Z',
    }),
    input([{ occurred: '2025-09-20', counts: [aCount('rescued', 67)] }], { document_id: 'twin', published_at: '2025-09-21T08:00:00Z' }),
    input([{ type: 'advisory_warning', counts: [] }], { document_id: 'warning' }),
  ])
  const clusterOf = Object.fromEntries(groups.map(({ id, cluster }) => [id, cluster]))
  expect(new Set([clusterOf['a'], clusterOf['b'], clusterOf['c']]).size).toBe(1)
  expect(clusterOf['twin']).not.toBe(clusterOf['a'])
  expect(clusterOf['warning']).toBeNull()
  expect(groups.map(({ reasons }) => reasons[0])).toEqual(['same_day', 'same_day', 'first_of_its_case', 'first_of_its_case', 'no_incident'])
})

it('takes for the main thing what the title says', () => {
  const inTitle = [{ field: 'title' as const, start: 0, end: 4, quote: 'Word', role: 'trigger' as const }]
  const groups = groupDocuments([
    input([{}], { document_id: 'a' }),
    input([{ evidence: inTitle }, { occurred: '2025-07-25', place: 'Bavet', counts: [aCount('rescued', 3)] }], {
      document_id: 'b',
      published_at: '2025-07-26T08:00:00Z',
    }),
  ])
  expect(groups[1]?.cluster).toBe(groups[0]?.cluster)
})
