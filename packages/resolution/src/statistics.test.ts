import { expect, it } from 'vitest'
import { figure } from '../test/tellings.ts'
import { fallsIn, figureKey, settleStatistics } from './statistics.ts'

it('merges what one body is quoted with, and gives a figure without a speaker to the only speaker', () => {
  const settled = settleStatistics([
    figure(),
    figure({ said_by: 'the Indian Embassy in Cambodia', as_of: '2025-07-20' }),
    figure({ said_by: null, basis: 'unattributed' }, { publisher: 'A' }),
  ])
  expect(settled).toHaveLength(1)
  expect(settled[0]?.reports).toHaveLength(3)
  expect(settled[0]).toMatchObject({
    independent_sources: 2,
    columns: { basis: 'official', to_date: '2025-07-16', value_text: 'more than 650', kind: 'running_total' },
  })
})

it('keeps two speakers apart, and then the figure without one too', () => {
  expect(settleStatistics([figure(), figure({ said_by: 'Coast Police' }), figure({ said_by: null, basis: 'unattributed' })])).toHaveLength(3)
})

it.each<[string, Parameters<typeof figure>[0]]>([
  ['value', { min: 700 }],
  ['nationality', { nationalities: ['KE'] }],
  ['country', { country: 'MM' }],
  ['kind', { kind: 'current' }],
  ['measure', { measure: 'trapped' }],
])('another %s is another figure', (_, other) => {
  expect(figureKey(figure(other))).not.toBe(figureKey(figure()))
})

it('the same total on another day is the same figure, of another period another one', () => {
  expect(figureKey(figure({ as_of: '2025-08-01' }))).toBe(figureKey(figure()))
  expect(figureKey(figure({ kind: 'period', as_of: '2024' }))).not.toBe(figureKey(figure({ kind: 'period', as_of: '2023' })))
})

it('a series needs somebody who vouches', () => {
  const keyOf = (statistic: Parameters<typeof figure>[0]) => settleStatistics([figure(statistic)])[0]?.columns.series_key
  expect(keyOf({ said_by: null, basis: 'unattributed' })).toBeNull()
  expect(keyOf({ min: 700 })).toBe(keyOf({}))
  expect(keyOf({ kind: 'estimate', basis: 'estimate' })).not.toBe(keyOf({ kind: 'current' }))
})

it('marks where a running total fell', () => {
  const point = (id: string, to_date: string | null, value_low: number, value_high: number | null = null) => ({
    id,
    kind: 'running_total' as const,
    to_date,
    value_low,
    value_high,
  })
  expect(fallsIn([point('c', '2025-05-01', 360, 360), point('a', '2025-03-01', 250, 250), point('b', '2025-04-01', 400, 400), point('d', null, 1, 1)])).toEqual(
    new Set(['c']),
  )
  expect(fallsIn([point('a', '2025-03-01', 600), point('b', '2025-04-01', 650)])).toEqual(new Set())
})
