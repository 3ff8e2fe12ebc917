import { expect, test } from 'vitest'
import { StageError } from './errors.ts'

test('a stage error keeps its code, its cause and whether trying again can help', () => {
  const cause = new Error('socket hang up')
  const error = new StageError('FETCH_NETWORK', 'The fetch fails.', { retry: 'later', cause })
  expect(error).toMatchObject({ name: 'StageError', code: 'FETCH_NETWORK', retry: 'later', message: 'The fetch fails.' })
  expect(error.cause).toBe(cause)
  expect('cause' in new StageError('FEED_EMPTY', 'Nothing in it.', { retry: 'never' })).toBe(false)
})
