import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const env = { PATH: process.env.PATH, DATABASE_URL: 'postgres://db/tipwire' }

function start(mode: string, environment: NodeJS.ProcessEnv = env) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'run-script.ts'), mode], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  const out = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (data) => {
      out[name] += data
    })
  const up = once(child.stdout, 'data')
  const exit = once(child, 'close').then(([code]) => code as number | null)
  return { child, out, up, exit }
}

describe('run', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('stops in order on %s and exits with 0', async (signal) => {
    const { child, out, up, exit } = start('well')
    await up
    child.kill(signal)
    expect(await exit).toBe(0)
    expect(out.stdout).toBe('up\ndown after the signal\n')
  })

  it('ends at once on a second signal, but takes an echo of the first for the same', async () => {
    const { child, up, exit } = start('stuck')
    await up
    const since = Date.now()
    const again = setInterval(() => child.kill('SIGINT'), 100)
    child.kill('SIGINT')
    expect(await exit).toBe(130)
    clearInterval(again)
    expect(Date.now() - since).toBeGreaterThan(1_000)
    expect(Date.now() - since).toBeLessThan(3_000)
  })

  it('ends within ten seconds although a part does not stop', async () => {
    const { child, up, exit, out } = start('stuck')
    await up
    const since = Date.now()
    child.kill('SIGTERM')
    expect(await exit).toBe(1)
    expect(Date.now() - since).toBeLessThan(10_000)
    expect(out.stderr).toContain('did not stop in time')
  })

  it('says which settings are wrong and exits with 2', async () => {
    const { exit, out } = start('well', { PATH: process.env.PATH, METRICS_PORT: 'x' })
    expect(await exit).toBe(2)
    expect(out.stderr).toMatch(/2 settings are wrong[\s\S]*DATABASE_URL[\s\S]*METRICS_PORT/)
  })

  it('ends with a line in the log after an error that nothing caught', async () => {
    const { exit, out } = start('throws')
    expect(await exit).toBe(1)
    expect(out.stderr).toContain('an error that nothing expected')
  })
})
