import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRules } from './import-table.ts'
import { members, projectFiles, read, root } from './project.ts'

const papers = projectFiles().filter((path) => path.endsWith('.md'))
const all = members()

test.each(papers)('%s cites only paths that exist', (paper) => {
  expect(missingPaths(read(paper), paper)).toEqual([])
})

test('the rule fires', () => {
  expect(missingPaths('see `packages/store/src/no-such-file.ts` and [this](infra/nowhere.md)', 'README.md')).toEqual([
    'packages/store/src/no-such-file.ts',
    'infra/nowhere.md',
  ])
  expect(missingPaths('see `packages/domain/src/codes.ts`, [this](README.md#top) and `packages/*/src`', 'README.md')).toEqual([])
})

test('services/README.md lists every service, and no other', () => {
  expect(namesInTable(read('services/README.md'))).toEqual(shortNames('services/'))
})

test('packages/README.md lists every package, and its import table is the one that is enforced', () => {
  expect(namesInTable(read('packages/README.md'))).toEqual(shortNames('packages/'))
  for (const [name, rule] of Object.entries(packageRules)) {
    const row =
      read('packages/README.md')
        .split('\n')
        .find((line) => line.startsWith(`| [${name}]`)) ?? ''
    const own = [...(row.split('|')[3] ?? '').matchAll(/[a-z-]{3,}/g)].map((match) => match[0])
    expect(own.sort(), `packages/README.md, row of ${name}`).toEqual([...rule.own].sort())
  }
})

describe('npm scripts that the papers name exist', () => {
  const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
  test.each(papers)('%s', (paper) => {
    const named = [...read(paper).matchAll(/\bnpm (?:run )?(start|test|run [a-z:-]+)/g)].map((match) => (match[1] ?? '').replace('run ', ''))
    expect(named.filter((name) => !scripts.includes(name))).toEqual([])
  })
})

test('infra/compose.yaml starts services that exist, and all that a feed needs', () => {
  const started = [...read('infra/compose.yaml').matchAll(/services\/([\w-]+)\/src\/main\.ts/g)].map((match) => match[1] ?? '')
  expect(started.filter((name) => !existsSync(join(root, 'services', name, 'src', 'main.ts')))).toEqual([])
  expect(started).toEqual(expect.arrayContaining(['scheduler', 'collector', 'deduplicator', 'extractor', 'resolver', 'publisher', 'api']))
})

test('no file of the project names a path of a machine that it was made on', () => {
  const machine = new RegExp(['/wo' + 'rk/(main|shared)', '\\.\\./sha' + 'red', '/tmp/pl' + 'an', '/home/[a-z]+/'].join('|'))
  const readable = projectFiles().filter((path) => /\.(m?ts|mjs|json|ya?ml|md|conf|sql|xml|html|txt)$/.test(path) && path !== 'pnpm-lock.yaml')
  expect(readable.filter((path) => machine.test(read(path)))).toEqual([])
})

/** Paths in backticks or links that are not there. Patterns with * or placeholders are left alone. */
function missingPaths(text: string, paper: string): string[] {
  const inTicks = [...text.matchAll(/`((?:packages|services|infra|test|\.ci)\/[\w./-]+)`/g)].map((match) => match[1] ?? '')
  const inLinks = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)\s]+)\)/g)].map((match) => (match[1] ?? '').replace(/#.*$/, ''))
  const here = (path: string) => existsSync(join(root, path)) || existsSync(join(root, dirname(paper), path))
  return [...inTicks, ...inLinks].filter((path) => !here(path))
}

function namesInTable(text: string): string[] {
  return [...text.matchAll(/^\| \[([a-z-]+)\]/gm)].map((match) => match[1] ?? '').sort()
}

function shortNames(top: string): string[] {
  return all
    .filter((member) => member.folder.startsWith(top))
    .map((member) => member.folder.slice(top.length))
    .sort()
}
