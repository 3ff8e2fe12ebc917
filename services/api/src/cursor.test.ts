import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { Problem } from './problem.ts'

test('a position survives the way to the client and back', () => {
  const position = { at: '2024-07-20', id: 'inc_1' }
  expect(decodeCursor(encodeCursor(position) ?? '', 'day')).toEqual(position)
})

test('an instant keeps its microseconds', () => {
  const position = { at: '2024-07-21 02:21:00.123456+00', id: 'sta_1' }
  expect(decodeCursor(encodeCursor(position) ?? '', 'instant')).toEqual(position)
})

test('no position, no cursor; no cursor, the first page', () => {
  expect(encodeCursor(null)).toBeNull()
  expect(decodeCursor(undefined, 'day')).toBeUndefined()
})

test.each([
  ['nothing at all', ''],
  ['noise', '%%%'],
  ['another shape', Buffer.from('{"at":1}').toString('base64url')],
  ['no date', Buffer.from('["x; drop table","inc_1"]').toString('base64url')],
  ['a cut one', (encodeCursor({ at: '2024-07-20', id: 'inc_1' }) ?? '').slice(0, 10)],
  ['an instant where a day is due', encodeCursor({ at: '2024-07-21 02:21:00+00', id: 'x' }) ?? ''],
])('%s is refused', (_, cursor) => {
  expect(() => decodeCursor(cursor, 'day')).toThrow(Problem)
})
