import { expect, it } from 'vitest'
import { aCount, tellingOf } from '../test/tellings.ts'
import { linkIncidents } from './link.ts'
import { settle } from './settle.ts'

type Event = Parameters<typeof tellingOf>[0]
type Document = Parameters<typeof tellingOf>[1]

const node = (id: string, event: Event, document: Document = {}) => {
  const telling = tellingOf(event, document)
  const facts = settle([telling]).incident?.case_facts
  if (facts === undefined) throw new Error('no incident')
  return { id, sort_key: telling.sort_key, facts }
}
const home = (number: number, occurred: string, more: Event = {}): Event => ({
  type: 'repatriation',
  occurred,
  place: null,
  exploitation: [],
  counts: [aCount('repatriated', number)],
  ...more,
})

it('links the steps of one case', () => {
  const told = { document_id: 'doc_case' }
  const nodes = [
    node('arrest', { type: 'arrest_detention', counts: [aCount('arrested', 5)] }),
    node('charge', { type: 'charge_indictment', occurred: '2025-08-20', counts: [aCount('charged', 5)] }, told),
    node('trial', { type: 'trial_hearing', occurred: '2025-12-01', counts: [] }, told),
    node('sentence', { type: 'conviction_sentence', occurred: '2026-02-02', counts: [aCount('convicted', 5)] }, told),
  ]
  expect([...linkIncidents(nodes)]).toEqual([
    ['charge', 'arrest'],
    ['trial', 'charge'],
    ['sentence', 'charge'],
  ])
})

it('links the flight home to the release of the same people, not to its template twin', () => {
  const nodes = [node('may', { occurred: '2025-05-09', counts: [aCount('rescued', 31)] }), node('july', {}), node('home', home(14, '2025-07-29'))]
  expect([...linkIncidents(nodes)]).toEqual([['home', 'july']])
})

it('takes an undated release, told after the handover, for what came before it', () => {
  const handover: Event = { type: 'handover_border', country: 'TH', place: 'Belmor', occurred: '2025-07-15', counts: [aCount('handed_over', 14)] }
  const nodes = [node('free', { country: 'MM', place: 'Arda', occurred: null }, { document_id: 'doc_a' }), node('over', handover, { document_id: 'doc_a' })]
  expect([...linkIncidents(nodes)]).toEqual([['over', 'free']])
})

it('follows people over a border', () => {
  const nodes = [
    node('free', { country: 'MM', place: 'Arda' }),
    node('over', { type: 'handover_border', country: 'TH', place: 'Belmor', occurred: '2025-07-18', counts: [aCount('handed_over', 14)] }),
  ]
  expect([...linkIncidents(nodes)]).toEqual([['over', 'free']])
})

it('does not send suspects home', () => {
  expect([...linkIncidents([node('arrest', { type: 'arrest_detention', counts: [aCount('arrested', 14)] }), node('home', home(14, '2025-07-29'))])]).toEqual([])
})

it.each<[string, Event]>([
  ['other people', home(14, '2025-07-29', { nationalities: ['KE'] })],
  ['more people', home(60, '2025-07-29')],
  ['an earlier day', home(14, '2025-07-01')],
  ['long after', home(14, '2026-07-29')],
])('does not link %s', (_, event) => {
  expect([...linkIncidents([node('july', {}), node('home', event)])]).toEqual([])
})
