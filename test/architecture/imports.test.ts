import { describe, expect, test } from 'vitest'
import { packageRules } from './import-table.ts'
import { wrongImports } from './imports.ts'
import { importsOf, type Member, members } from './project.ts'

const all = members()

test('every import and every package.json follows the import table', () => {
  expect(wrongImports(all)).toEqual([])
})

test('every package has its line in the import table, and every line its package', () => {
  const packages = all.filter((member) => member.folder.startsWith('packages/')).map((member) => member.folder.slice('packages/'.length))
  expect(packages.sort()).toEqual(Object.keys(packageRules).sort())
})

describe('the rule fires', () => {
  const bad: readonly [what: string, folder: string, specifier: string, says: RegExp][] = [
    ['thinking on the store', 'packages/resolution', '@tipwire/store', /resolution may not import @tipwire\/store/],
    ['a service on a service', 'services/resolver', '@tipwire/extractor', /may not import the service/],
    ['a package on a service', 'packages/queue', '@tipwire/extractor', /may not import the service/],
    ['SQL outside the store', 'services/api', 'kysely', /may not use kysely: only packages\/store/],
    ['BullMQ outside the queue', 'services/scheduler', 'bullmq', /may not use bullmq: only packages\/queue/],
    ['pg in a service', 'services/api', 'pg', /may not use pg/],
    ['a web server elsewhere', 'services/publisher', 'fastify', /may not use fastify: only services\/api/],
    ['the testkit in a running service', 'services/api', '@tipwire/testkit', /in tests only/],
  ]
  test.each(bad)('%s', (_what, folder, specifier, says) => {
    const problems = wrongImports(withImport(folder, specifier))
    expect(problems).toHaveLength(2)
    expect(problems[0]).toMatch(says)
    expect(problems[1]).toMatch(says)
  })

  test('an import that package.json does not list', () => {
    expect(wrongImports(withFile('packages/domain', "import x from 'left-pad'"))).toEqual([
      expect.stringContaining('imports left-pad, which packages/domain/package.json does not list'),
    ])
  })

  test('a relative path out of the package', () => {
    expect(wrongImports(withFile('packages/domain', "import { x } from '../../store/src/index.ts'"))).toEqual([
      expect.stringContaining('reaches out of its package'),
    ])
  })

  test('a built-in module without node:', () => {
    expect(wrongImports(withFile('packages/domain', "import { join } from 'path'"))).toEqual([expect.stringContaining('imports path without node:')])
  })
})

test('static, dynamic, bare and re-exporting imports are all seen', () => {
  const text = [
    "import a from 'a'",
    "import {\n  b,\n} from 'b'",
    "export * from 'c'",
    "import 'd'",
    "const e = await import('./e.ts')",
    "import type { F } from 'f'",
  ].join('\n')
  expect(importsOf(text).sort()).toEqual(['./e.ts', 'a', 'b', 'c', 'd', 'f'])
})

/** The project as it is, but one member lists and imports one package more. */
function withImport(folder: string, specifier: string): Member[] {
  return clean().map((member) =>
    member.folder === folder ? { ...member, dependencies: [specifier], files: [file(folder, `import { x } from '${specifier}'`)] } : member,
  )
}

function withFile(folder: string, text: string): Member[] {
  return clean().map((member) => (member.folder === folder ? { ...member, files: [file(folder, text)] } : member))
}

function clean(): Member[] {
  return all.map((member) => ({ ...member, dependencies: [], files: [] }))
}

function file(folder: string, text: string) {
  return { path: `${folder}/src/bad.ts`, text, isTest: false, imports: importsOf(text) }
}
