import { describe, expect, test } from 'vitest'
import { Count, Edtf, Reading } from './reading.ts'

const evidence = [{ field: 'text', start: 0, end: 2, quote: '14' }]

describe('Reading', () => {
  test('refuses a value without evidence', () => {
    const count = { measure: 'rescued', min: 14, max: 14, qualifier: 'exact' }
    expect(Count.safeParse({ ...count, evidence }).success).toBe(true)
    expect(Count.safeParse({ ...count, evidence: [] }).success).toBe(false)
    expect(Count.safeParse(count).success).toBe(false)
  })

  test('refuses unknown codes', () => {
    expect(Count.safeParse({ measure: 'saved', min: 1, max: 1, qualifier: 'exact', evidence }).success).toBe(false)
    expect(Reading.safeParse({ relevant: true, events: [{ type: 'trafficking_incident' }], statistics: [] }).success).toBe(false)
  })

  test('an irrelevant document has an empty reading', () => {
    expect(Reading.parse({ relevant: false, events: [], statistics: [] })).toEqual({ relevant: false, events: [], statistics: [] })
  })
})

test.each(['2024-07-20', '2024-07', '2024', '2016/2019', '2024-07-20~', '2024-01-05/2024-02'])('%s is a date as we write it', (value) => {
  expect(Edtf.parse(value)).toBe(value)
})

test.each(['20 July 2024', '2024-7-2', '', '2024-07-20T10:00:00Z', 'July'])('%s is not', (value) => {
  expect(Edtf.safeParse(value).success).toBe(false)
})
