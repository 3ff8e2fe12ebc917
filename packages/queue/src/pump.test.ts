import { describe, expect, it } from 'vitest'
import { backoffMs } from './backoff.ts'
import { pipeline } from './pipeline.ts'
import { queuedBefore } from './pump.ts'

const now = Date.UTC(2026, 0, 10, 12)
const ago = (ms: number) => new Date(now - ms)
const counts = { waiting: 0, active: 0, delayed: 0 }

describe('queuedBefore', () => {
  it('takes a row for lost fifteen seconds after it was queued when its queue is empty', () => {
    expect(queuedBefore({ ...counts, oldestMs: null }, now)).toEqual(ago(15_000))
  })

  it('takes a row for lost when the oldest job is younger than it, with room for clocks that differ', () => {
    expect(queuedBefore({ ...counts, waiting: 3, oldestMs: now - 60_000 }, now)).toEqual(ago(65_000))
  })

  it('waits no longer than ten minutes for a job that hangs', () => {
    expect(queuedBefore({ ...counts, active: 1, oldestMs: now - 86_400_000 }, now)).toEqual(ago(600_000))
  })
})

describe('backoffMs', () => {
  it('doubles, stays within a quarter of that, and never exceeds an hour and a quarter', () => {
    expect([1, 2, 3].map((attempt) => backoffMs({ attempt, baseMs: 1_000, random: () => 0.5 }))).toEqual([1_000, 2_000, 4_000])
    expect([0, 0.999_999].map((random) => backoffMs({ attempt: 1, baseMs: 1_000, random: () => random }))).toEqual([750, 1_250])
    expect(backoffMs({ attempt: 40, baseMs: 1_000, random: () => 0.5 })).toBe(3_600_000)
  })
})

describe('pipeline', () => {
  it('goes one way: no stage sends to itself or to one before it', () => {
    const order = pipeline.map((spec) => spec.stage)
    for (const { stage, next } of pipeline) for (const to of next) expect(order.indexOf(to)).toBeGreaterThan(order.indexOf(stage))
  })
})
