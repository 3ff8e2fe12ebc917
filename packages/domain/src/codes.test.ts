import { describe, expect, test } from 'vitest'
import { codeLists, codesOf, eventTypes, families } from './codes.ts'

describe('codes', () => {
  const entries = Object.entries(codeLists).flatMap(([list, codes]) => Object.entries(codes).map(([code, entry]) => ({ list, code, entry })))

  test('there are 28 event types in five families', () => {
    expect(Object.keys(eventTypes)).toHaveLength(28)
    expect(new Set(Object.values(eventTypes).map((type) => type.family))).toEqual(new Set(Object.keys(families)))
  })

  test.each(entries)('$list $code has a label and a definition of one line', ({ code, entry }) => {
    expect(code).toMatch(/^[a-z0-9_]+$/)
    expect(entry.label).toMatch(/^\S.*\S$/)
    expect(entry.definition).toMatch(/^[^\n]+\.$/)
  })

  test('labels of one list are distinct, so that a person can choose by them', () => {
    for (const [list, codes] of Object.entries(codeLists)) {
      const labels = Object.values(codes).map((entry) => entry.label)
      expect(new Set(labels).size, list).toBe(labels.length)
    }
  })

  test('codesOf gives the keys in the order of the list', () => {
    expect(codesOf(families)).toEqual(['response', 'justice', 'harm', 'policy', 'information'])
  })
})
