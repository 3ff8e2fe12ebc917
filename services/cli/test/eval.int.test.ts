import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

const event = {
  type: 'rescue_release',
  status: 'happened',
  occurred: null,
  country: 'KH',
  place: 'Bavet',
  counts: [],
  nationalities: [],
  exploitation: [],
  actors: [],
}
const labelled = (id: string, more: object = {}) =>
  JSON.stringify({
    id,
    title: 'Rain',
    published_at: null,
    lang: 'en',
    text: 'It will rain in Bavet tomorrow.',
    gold: { relevant: false, events: [], statistics: [] },
    ...more,
  })

const file = (...lines: string[]) => {
  const path = join(mkdtempSync(join(tmpdir(), 'tipwire-eval-')), 'labelled.jsonl')
  writeFileSync(path, lines.join('\n'))
  return path
}

test('the scorecard by language and over all, and what was missed with its words', async () => {
  const missed = { gold: { relevant: true, events: [event], statistics: [] } }
  const { code, stdout } = await runCli(['eval', file(labelled('a'), labelled('b', missed)), '--errors'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^en: 2 documents/)
  expect(stdout).toMatch(/\nall: 2 documents\n/)
  expect(stdout).toMatch(/ {2}record +0\.0 % +0\.0 % +0\.0 % +3\n/)
  expect(stdout).toContain('b: missed rescue_release\n  expected  KH, Bavet\n  words     It will rain in Bavet tomorrow.')
  expect(stdout).not.toContain('a: ')
})

test('a wrong label is told with its line, and the others are scored', async () => {
  const { code, stdout, stderr } = await runCli(['eval', file('{"id":"x"}', labelled('a'))])
  expect(code).toBe(1)
  expect(stderr).toMatch(/^line 1 \(x\): .*gold/)
  expect(stdout).toContain('all: 1 documents')
})
