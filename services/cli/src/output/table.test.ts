import { expect, test } from 'vitest'
import { tableText } from './table.ts'

test('numbers stand to the right, words to the left, lists are joined', () => {
  const rows = [
    ['Cambodia', 14, ['IN', 'TH']],
    ['Laos', null, []],
  ]
  expect(tableText(['country', 'rescued', 'of'], rows)).toBe(
    ['country   rescued  of', '────────  ───────  ──────', 'Cambodia       14  IN, TH', 'Laos'].join('\n'),
  )
})

test('wide letters take two columns', () => {
  expect(
    tableText(
      ['a', 'b'],
      [
        ['柬埔寨', 'x'],
        ['abcdef', 'y'],
      ],
    )
      .split('\n')
      .slice(2),
  ).toEqual(['柬埔寨  x', 'abcdef  y'])
})

test('what a feed says cannot steer the terminal', () => {
  const text = tableText(['title'], [['\u001b[2J\u001b]0;owned\u0007\u202eabc']])
  expect([...text].some((letter) => letter !== '\n' && /[\p{Cc}\p{Cf}]/u.test(letter))).toBe(false)
})

test('long cells are cut and say so', () => {
  expect(
    tableText(['t'], [['x'.repeat(100)]], { widest: 10 })
      .split('\n')
      .at(-1),
  ).toBe(`${'x'.repeat(9)}…`)
})
