import { expect, test } from 'vitest'
import { csvText } from './csv.ts'

const rowOf = (value: unknown) =>
  csvText(['v'], [[value]])
    .slice(1)
    .split('\r\n')
    .slice(1)
    .join('\r\n')

test('Excel finds a byte order mark and CRLF', () => {
  expect(csvText(['a', 'b'], [[1, 'x']])).toBe('\ufeffa,b\r\n1,x')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j runs as no formula', (formula) => {
  expect(rowOf(formula).replace(/^"/, '')).toMatch(/^'/)
})

test('numbers stay numbers, also negative ones', () => {
  expect(rowOf(-5)).toBe('-5')
})

test('commas, quotes and line ends are kept inside the cell; lists are joined by ";"', () => {
  expect(rowOf('a,"b"\nc')).toBe('"a,""b""\nc"')
  expect(rowOf(['IN', 'TH'])).toBe('IN;TH')
  expect(rowOf(null)).toBe('')
})
