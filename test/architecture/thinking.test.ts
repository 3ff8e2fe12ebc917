import { describe, expect, test } from 'vitest'
import { members } from './project.ts'

const thinking = ['article', 'deduplication', 'extraction', 'resolution', 'evaluation', 'privacy']
/** What the thinking may not touch: files, the network, other processes, the clock, the environment, chance. */
const forbidden: readonly [what: string, pattern: RegExp][] = [
  ['a file, a socket, a process', /['"]node:(fs|net|http|https|tls|dns|dgram|child_process|worker_threads|os|process)(\/\w+)?['"]/],
  ['the environment', /\bprocess\.(env|argv|cwd)\b/],
  ['the clock', /\bDate\.now\(\)|\bnew Date\(\)|\bperformance\.now\(\)/],
  ['chance', /\bMath\.random\(\)|\brandomBytes\(|\brandomUUID\(/],
  ['the network', /\bfetch\(/],
]

/** Files that load the data of their own package once, when the module is loaded. */
const loaders = ['packages/extraction/src/annotate/gazetteer.ts']

const files = members()
  .filter((member) => thinking.includes(member.folder.slice('packages/'.length)))
  .flatMap((member) => member.files)
  .filter((file) => !file.isTest && !loaders.includes(file.path))

test('the thinking packages have no I/O, no clock, no environment and no chance', () => {
  expect(files.length).toBeGreaterThan(0)
  expect(files.flatMap((file) => touches(file.text).map((what) => `${file.path} touches ${what}`))).toEqual([])
})

describe('the rule fires', () => {
  test.each([
    ["import { readFile } from 'node:fs/promises'", 'a file, a socket, a process'],
    ['const home = process.env.HOME', 'the environment'],
    ['const now = new Date()', 'the clock'],
    ['const id = Math.random()', 'chance'],
    ["await fetch('https://example.org')", 'the network'],
  ])('%s', (text, what) => {
    expect(touches(text)).toEqual([what])
  })
})

function touches(text: string): string[] {
  return forbidden.filter(([, pattern]) => pattern.test(text)).map(([what]) => what)
}
