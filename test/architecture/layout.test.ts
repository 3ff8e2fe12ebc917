import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { members, read, root } from './project.ts'

/** What may lie at the root: a stray file is a question that nobody answered. */
const atRoot = [
  ...['.ci', '.dockerignore', '.git', '.gitignore', '.npmrc', '.tipwire', 'node_modules'],
  ...['infra', 'packages', 'services', 'test'],
  ...['biome.json', 'knip.jsonc', 'package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'tsconfig.base.json'],
  ...['CONTRIBUTING.md', 'DECISIONS.md', 'ERRORS.md', 'LICENSE', 'README.md'],
]
const all = members()
const services = all.filter((member) => member.folder.startsWith('services/'))
const packages = all.filter((member) => member.folder.startsWith('packages/'))

test('nothing else lies at the root', () => {
  expect(readdirSync(root).filter((name) => !atRoot.includes(name))).toEqual([])
})

test.each(services)('$folder has a thin main.ts and one start.ts', (service) => {
  const paths = service.files.map((file) => file.path)
  expect(paths).toContain(`${service.folder}/src/main.ts`)
  expect(paths.filter((path) => path.endsWith('/start.ts'))).toEqual([`${service.folder}/src/start.ts`])
  expect(read(`${service.folder}/src/main.ts`).trimEnd().split('\n').length).toBeLessThan(25)
})

test.each(packages)('$folder has one door, src/index.ts, and a README with the four headings', (member) => {
  expect(JSON.parse(read(`${member.folder}/package.json`)).exports).toEqual({ '.': './src/index.ts' })
  const headings = [...read(`${member.folder}/README.md`).matchAll(/^## (.+)$/gm)].map((match) => match[1])
  expect(headings).toEqual(expect.arrayContaining(['What it does', 'What it may import', 'One example', 'How it fails']))
})

test('only the queue knows BullMQ by name, and only the store writes SQL', () => {
  const sql = /\b(insert into|delete from|update \w+\.\w+ set|select .+ from (pipeline|facts|restricted|tipwire)\.)/i
  const mayWriteSql = ['packages/store/', 'packages/local-postgres/', 'packages/testkit/', 'test/', 'services/cli/', 'services/standalone/src/output/']
  const elsewhere = all.flatMap((member) => member.files).filter((file) => !file.isTest && !mayWriteSql.some((folder) => file.path.startsWith(folder)))
  const withoutStrings = (text: string) => text.replaceAll(/^\s*(\*|\/\/|\/\*).*$/gm, '')
  expect(elsewhere.filter((file) => sql.test(withoutStrings(file.text))).map((file) => file.path)).toEqual([])
})

test('files are small enough to read, data tables excepted', () => {
  const tooLong = all
    .flatMap((member) => member.files)
    .filter((file) => !/\/(packs|codes|lexicons?|comments|data|expected|stories|content|migrations|gazetteer)\b|codes\.ts$/.test(file.path))
    .filter((file) => file.text.split('\n').length > (file.isTest ? 400 : 300))
  expect(tooLong.map((file) => `${file.path} (${file.text.split('\n').length} lines)`)).toEqual([])
})
