import { expect, test } from 'vitest'
import { z } from 'zod'
import { plainWords } from './plain-words.ts'

const Query = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200),
  status: z.enum(['happened', 'planned']).optional(),
  q: z.string().min(1).optional(),
})

test.each([
  [{ limit: 'x' }, 'should be a whole number'],
  [{ limit: '0' }, 'should be at least 1'],
  [{ limit: '9000' }, 'should be at most 200'],
  [{ limit: '1', status: 'done' }, 'is one of happened, planned'],
  [{ limit: '1', q: '' }, 'is empty'],
  [{ limit: '1', colour: 'red' }, 'there is no parameter colour'],
])('%j', (query, words) => {
  expect(Query.safeParse(query).error?.issues.map(plainWords)).toEqual([words])
})
