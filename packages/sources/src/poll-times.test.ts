import { expect, it } from 'vitest'
import { nextPollAt } from './poll-times.ts'

const now = new Date('2027-05-11T08:00:00Z')
const waitS = (input: Partial<Parameters<typeof nextPollAt>[0]>) =>
  (nextPollAt({ everyS: 900, failures: 0, retryAfterMs: null, now, random: 0.5, ...input }).getTime() - now.getTime()) / 1000

it('waits its interval, give or take a tenth', () => {
  expect(waitS({})).toBe(900)
  expect(waitS({ random: 0 })).toBe(810)
  expect(waitS({ random: 1 })).toBe(990)
})

it('waits twice as long for each failure, six hours at most', () => {
  expect([1, 2, 3].map((failures) => waitS({ failures }))).toEqual([1800, 3600, 7200])
  expect(waitS({ failures: 30 })).toBe(6 * 3600)
  expect(waitS({ failures: 30, everyS: 86_400 })).toBe(86_400)
})

it('waits at least as long as the server asks', () => {
  expect(waitS({ retryAfterMs: 7_200_000 })).toBe(7200)
  expect(waitS({ retryAfterMs: 1000 })).toBe(900)
})
