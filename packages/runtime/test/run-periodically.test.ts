import { describe, expect, it, vi } from 'vitest'
import { createLog, createMetrics, runPeriodically } from '../src/index.ts'

const log = createLog('test', { level: 'silent' })

describe('runPeriodically', () => {
  it('never runs twice at once, and goes on after a run that throws', async () => {
    const metrics = createMetrics()
    let running = 0
    let most = 0
    const task = vi.fn(async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
      if (task.mock.calls.length === 1) throw new Error('the first run fails')
    })
    {
      await using _ = runPeriodically({ name: 'look', everyMs: 1, log, metrics }, task)
      await vi.waitFor(() => expect(task.mock.calls.length).toBeGreaterThan(4))
    }
    expect(most).toBe(1)
    expect(await metrics.registry.metrics()).toContain('tipwire_periodic_failures_total{task="look"} 1')
  })

  it('waits at its end for the run under way, and starts no other', async () => {
    let finish = () => {}
    const task = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)))
    const periodic = runPeriodically({ name: 'look', everyMs: 1, log }, task)
    const ended = periodic[Symbol.asyncDispose]()
    finish()
    await ended
    expect(task).toHaveBeenCalledOnce()
  })
})
