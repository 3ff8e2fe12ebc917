import { expect, test } from 'vitest'
import { StageError, TooEarlyError } from './errors.ts'

test('a stage error keeps its code, its cause and whether trying again can help', () => {
  const cause = new Error('socket hang up')
  const error = new StageError('FETCH_NETWORK', 'The fetch fails.', { retry: 'later', cause })
  expect(error).toMatchObject({ name: 'StageError', code: 'FETCH_NETWORK', retry: 'later', message: 'The fetch fails.' })
  expect(error.cause).toBe(cause)
  expect('cause' in new StageError('FEED_EMPTY', 'Nothing in it.', { retry: 'never' })).toBe(false)
})

test('work that comes too early can be tried later, and says when', () => {
  const error = new TooEarlyError('HOST_NOT_YET', 'The host was asked a moment ago.', 1500)
  expect(error).toBeInstanceOf(StageError)
  expect(error).toMatchObject({ name: 'TooEarlyError', code: 'HOST_NOT_YET', retry: 'later', waitMs: 1500 })
})
