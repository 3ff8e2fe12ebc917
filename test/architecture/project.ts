import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** One package or service of the workspace, with the imports of its files. */
export type Member = Readonly<{
  /** Folder below the root: packages/store. */
  folder: string
  /** Name in imports: @tipwire/store. */
  name: string
  dependencies: readonly string[]
  devDependencies: readonly string[]
  files: readonly SourceFile[]
}>

/** One file of TypeScript or JavaScript; `path` is below the root. */
export type SourceFile = Readonly<{ path: string; text: string; isTest: boolean; imports: readonly string[] }>

const tops = ['services', 'packages', 'infra']
const left = new Set(['node_modules', '.git', '.tipwire', 'fixtures'])

/** All packages and services, and `test` itself. */
export function members(base = root): Member[] {
  const folders = tops.flatMap((top) => (existsSync(join(base, top)) ? readdirSync(join(base, top)).map((name) => `${top}/${name}`) : []))
  return [...folders, 'test'].filter((folder) => existsSync(join(base, folder, 'package.json'))).map((folder) => member(base, folder))
}

/** Paths below `base` of all files that belong to the project. */
export function projectFiles(base = root, folder = ''): string[] {
  const here = join(base, folder)
  return readdirSync(here, { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (left.has(entry.name)) return []
    return entry.isDirectory() ? projectFiles(base, path) : [path]
  })
}

/** The text of a file of the project. */
export function read(path: string, base = root): string {
  return readFileSync(join(base, path), 'utf8')
}

/** Names of the packages and modules that a file imports, statically or not: `zod`, `node:fs`, `../x.ts`. */
export function importsOf(text: string): string[] {
  const found = text.matchAll(
    /(?:^|[\n;])\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]/g,
  )
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

/** `@tipwire/store/x` and `@tipwire/store` are the package `@tipwire/store`; relative and node: imports are none. */
export function packageOf(specifier: string): string | null {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return null
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function member(base: string, folder: string): Member {
  const manifest = JSON.parse(read(`${folder}/package.json`, base))
  const paths = projectFiles(base, folder).filter((path) => /\.(m?ts|mjs|js)$/.test(path))
  return {
    folder,
    name: manifest.name,
    dependencies: Object.keys(manifest.dependencies ?? {}),
    devDependencies: Object.keys(manifest.devDependencies ?? {}),
    files: paths.map((path) => sourceFile(base, path)),
  }
}

function sourceFile(base: string, path: string): SourceFile {
  const text = read(path, base)
  return { path: relative('', path), text, isTest: /\.test\.ts$|(^|\/)test\/|\.bench\.ts$/.test(path), imports: importsOf(text) }
}
