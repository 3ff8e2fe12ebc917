import { expect, test } from 'vitest'
import { Problem, problemBody, toProblem } from './problem.ts'

test('an unknown error tells the client nothing of itself', () => {
  const problem = toProblem(new Error('password=hunter2 at 10.0.0.1'))
  expect(problem.code).toBe('INTERNAL')
  expect(JSON.stringify(problemBody(problem, 'r1'))).not.toMatch(/hunter2|10\.0\.0\.1/)
})

test.each([
  ['57014', 'QUERY_TIMEOUT'],
  ['22003', 'REQUEST_INVALID'],
  ['ECONNREFUSED', 'DATABASE_UNAVAILABLE'],
  ['57P01', 'DATABASE_UNAVAILABLE'],
])('database error %s is %s', (code, expected) => {
  expect(toProblem(Object.assign(new Error('x'), { code })).code).toBe(expected)
})

test('a problem carries its code, its request and what is more to say', () => {
  expect(problemBody(new Problem('GONE', 'merged', { replaced_by: ['evt_2'] }), 'r1')).toEqual({
    type: 'urn:tipwire:problem:GONE',
    code: 'GONE',
    title: 'This has been removed.',
    status: 410,
    detail: 'merged',
    request_id: 'r1',
    replaced_by: ['evt_2'],
  })
})
