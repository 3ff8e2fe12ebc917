import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hostile, writeSampleCase } from './sample-case.ts'
import { startTestApi, type TestApi } from './start-test-api.ts'

const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))

/** The page as a real browser has it after its scripts have run. */
async function open(url: string): Promise<string> {
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--virtual-time-budget=8000', '--dump-dom', url]
  const { stdout } = await promisify(execFile)(browser as string, flags, { timeout: 45_000, maxBuffer: 50_000_000 })
  return stdout
}

describe.skipIf(!browser)('the page in a real browser', () => {
  let api: TestApi
  let page: string
  beforeAll(async () => {
    api = await startTestApi({ sample: true })
    const { writer } = await writeSampleCase(api.store)
    await writer.put([{ object: 'event', id: 'evt_arrest', columns: { people_low: 2, people_high: 2, people_text: '2' } }], 'correction')
    page = await open(api.url)
  })
  afterAll(() => api[Symbol.asyncDispose]())

  const text = () => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

  test('shows each number beside its words', () => {
    expect(text()).toContain('14 people (India) released from a scam compound')
    expect(page).toMatch(/<button[^>]*class="number"[^>]*>14 rescued<\/button>/)
    expect(page).toContain('<mark>14 Indian citizens</mark>')
  })

  test('keeps figures and plans apart from the incident, and says so', () => {
    expect(text()).toMatch(/Other figures in these reports\s+never added to the above/)
    expect(text()).toMatch(/planned repatriation 14 repatriated .*not counted/)
  })

  test('tells what changed, and has nothing to complain of', () => {
    expect(text()).toContain('people low: 3 → 2')
    expect(page).toMatch(/<p id="notice"[^>]*><\/p>/)
  })

  test('says that the store is the sample, and what it watches', () => {
    expect(page).toMatch(/<p id="sample" class="sample">/)
    expect(text()).toContain('0 of 2 sources alive')
  })

  test('tells of a linked incident that is gone', async () => {
    expect((await open(`${api.url}/#inc_none`)).replace(/<[^>]*>/g, ' ')).toContain('No incident has the id')
  })

  test('takes no words for markup', () => {
    expect(hostile).toContain('onerror')
    expect(page).not.toMatch(/<img|<svg|data-hit/)
    expect(page).toContain('&lt;img src=x onerror=')
  })
})
