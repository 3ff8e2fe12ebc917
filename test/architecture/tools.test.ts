import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from './project.ts'

// Each rule of a tool is shown to fire: the tool runs with our own settings on a small project that breaks the rule.
const bin = join(root, 'node_modules', '.bin')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tipwire-rules-'))
  execFileSync('git', ['init', '-q'], { cwd: folder })
  for (const file of ['biome.json', 'knip.jsonc', 'tsconfig.base.json', 'package.json', 'pnpm-workspace.yaml', '.gitignore'])
    cpSync(join(root, file), join(folder, file))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('biome', () => {
  const bad: readonly [rule: string, files: Record<string, string>][] = [
    [
      'lint/suspicious/noImportCycles',
      {
        'a.ts': "import { b } from './b.ts'\n\nexport const a = (): number => b()\n",
        'b.ts': "import { a } from './a.ts'\n\nexport const b = (): number => a()\n",
      },
    ],
    ['lint/nursery/noFloatingPromises', { 'a.ts': 'async function work(): Promise<void> {}\n\nexport function start(): void {\n  work()\n}\n' }],
    ['lint/correctness/noUnusedImports', { 'a.ts': "import { join } from 'node:path'\n\nexport const a = 1\n" }],
    ['lint/correctness/noUnusedVariables', { 'a.ts': 'const forgotten = 1\n\nexport const a = 2\n' }],
    ['lint/complexity/noExcessiveCognitiveComplexity', { 'a.ts': tangled() }],
    ['lint/style/noDefaultExport', { 'a.ts': 'export default 1\n' }],
    ['lint/style/noEnum', { 'a.ts': 'export enum Colour {\n  red = 1,\n}\n' }],
    ['lint/style/noNonNullAssertion', { 'a.ts': 'export const first = (list: string[]): string => list[0]!\n' }],
    ['lint/style/useNodejsImportProtocol', { 'a.ts': "export { join } from 'path'\n" }],
    ['lint/style/useFilenamingConvention', { 'badName.ts': 'export const a = 1\n' }],
    ['lint/suspicious/noExplicitAny', { 'a.ts': 'export const a = (value: any): unknown => value\n' }],
    ['format', { 'a.ts': 'export const a = "double";\n' }],
  ]
  test.each(bad)('%s', (rule, files) => {
    const { status, output } = inFolder('packages/bad/src', files, () => run('biome', ['check', 'packages/bad']))
    expect(output).toContain(rule)
    expect(status).not.toBe(0)
  })

  test('a good file passes, so the rules above are what fails', () => {
    const { status } = inFolder('packages/good/src', { 'a.ts': 'export const a = 1\n' }, () => run('biome', ['check', 'packages/good']))
    expect(status).toBe(0)
  })
})

describe('tsc', () => {
  const bad: readonly [what: string, code: string, text: string][] = [
    ['an index that may be missing', 'TS2322', 'export const first = (list: string[]): string => list[0]\n'],
    ['undefined in place of an absent field', 'TS2375', 'export const a: { x?: number } = { x: undefined }\n'],
    ['syntax that cannot be erased', 'TS1294', 'export enum Colour {\n  red = 1,\n}\n'],
    ['a type imported as a value', 'TS1484', "import { Buffer, BufferEncoding } from './types.ts'\nexport const a: BufferEncoding = Buffer\n"],
    ['a local that nobody reads', 'TS6133', 'export function f(): void {\n  const x = 1\n}\n'],
  ]
  test.each(bad)('%s', (_what, code, text) => {
    const files = { 'a.ts': text, 'types.ts': "export type BufferEncoding = 'a'\nexport const Buffer = 'a'\n" }
    const { status, output } = inFolder('packages/bad/src', files, () => run('tsc', ['--noEmit', '-p', 'tsconfig.base.json']))
    expect(output).toContain(code)
    expect(status).not.toBe(0)
  })
})

describe('knip', () => {
  test('an unused file, an unused export, an unused and an unlisted dependency', () => {
    const files = {
      'package.json': JSON.stringify({
        name: '@tipwire/bad',
        private: true,
        type: 'module',
        exports: { '.': './src/index.ts' },
        dependencies: { zod: '4.6.7' },
      }),
      'src/index.ts': "import { used } from './used.ts'\nimport 'left-pad'\n\nexport const a = used\n",
      'src/used.ts': 'export const used = 1\nexport const forgottenExport = 2\n',
      'src/forgotten-file.ts': 'export const b = 1\n',
    }
    const { status, output } = inFolder('packages/bad', files, () => run('knip', ['--no-progress']))
    for (const found of ['forgotten-file.ts', 'forgottenExport', 'zod', 'left-pad']) expect(output).toContain(found)
    expect(status).not.toBe(0)
  })
})

function run(tool: string, args: string[]) {
  const { status, stdout, stderr } = spawnSync(join(bin, tool), args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  })
  return { status, output: stdout + stderr }
}

function inFolder<T>(below: string, files: Record<string, string>, work: () => T): T {
  const top = join(folder, 'packages')
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, below, name)), { recursive: true })
      writeFileSync(join(folder, below, name), text)
    }
    return work()
  } finally {
    rmSync(top, { recursive: true, force: true })
  }
}

function tangled(): string {
  const deep = `${'if (n > 1) {\n'.repeat(6)}return n\n${'}\n'.repeat(6)}`
  return `export function tangled(n: number): number {\n${deep}return 0\n}\n`
}
