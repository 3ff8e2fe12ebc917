import { StageError } from '@tipwire/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openThreads, type Threads } from '../src/index.ts'

const codes = { timeout: 'READ_TIMEOUT', outOfMemory: 'READ_OUT_OF_MEMORY', failed: 'READ_FAILED', stopped: 'READ_STOPPED' }
const script = new URL('./thread-script.ts', import.meta.url)

describe('openThreads', () => {
  let threads: Threads<string, unknown>

  beforeEach(() => {
    threads = openThreads({ script, count: 2, deadlineMs: 2_000, maxHeapMb: 64, codes })
  })
  afterEach(() => threads[Symbol.asyncDispose]())

  async function failure(input: string, pool = threads): Promise<StageError> {
    const error = await pool.run(input).catch((reason: unknown) => reason)
    if (!(error instanceof StageError)) throw new Error(`expected a StageError, got ${String(error)}`)
    return error
  }

  it('ends a task that never ends, and the others go on meanwhile', async () => {
    const [error, ...others] = await Promise.all([failure('loop'), ...Array.from({ length: 20 }, () => threads.run('echo'))])
    expect(error).toMatchObject({ code: 'READ_TIMEOUT', retry: 'never' })
    expect(others).toEqual(Array(20).fill('echo'))
    expect(await threads.run('echo')).toBe('echo')
  })

  it('ends a task that eats its memory, and this process lives on', async () => {
    await using patient = openThreads<string, unknown>({ script, count: 1, deadlineMs: 30_000, maxHeapMb: 32, codes })
    expect(await failure('eat', patient)).toMatchObject({ code: 'READ_OUT_OF_MEMORY', retry: 'never' })
    expect(await patient.run('echo')).toBe('echo')
  })

  it('passes the task’s own error on, and of a foreign one only kind and place', async () => {
    expect(await failure('refuse')).toMatchObject({ code: 'READ_ODD', message: 'it is odd', retry: 'later' })
    const foreign = await failure('quote')
    expect(foreign.code).toBe('READ_FAILED')
    expect(foreign.message).toMatch(/^SyntaxError at packages\/runtime\/test\/thread-script\.ts:\d+:\d+$/)
  })

  it('tries again elsewhere when a thread ends by itself', async () => {
    expect(await failure('exit')).toMatchObject({ code: 'READ_STOPPED', retry: 'later' })
    expect(await threads.run('echo')).toBe('echo')
  })

  it('blames no task for a thread that cannot load its modules', async () => {
    await using broken = openThreads<string, unknown>({
      script: new URL('./thread-script-that-is-not-there.ts', import.meta.url),
      count: 1,
      deadlineMs: 2_000,
      maxHeapMb: 64,
      codes,
    })
    expect(await failure('echo', broken)).toMatchObject({ code: 'READ_STOPPED', retry: 'later' })
  })

  it('takes no more tasks once it is closed', async () => {
    await threads[Symbol.asyncDispose]()
    expect(await failure('echo')).toMatchObject({ code: 'READ_STOPPED' })
  })
})
