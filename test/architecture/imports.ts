import { builtinModules } from 'node:module'
import { composers, packageRules, pgUsers, serviceLibraries } from './import-table.ts'
import { type Member, packageOf, type SourceFile } from './project.ts'

/** Everything in these members that the import table does not allow, in plain words. Empty when all is well. */
export function wrongImports(all: readonly Member[]): string[] {
  return all.flatMap((member) => [...wrongManifest(member, all), ...member.files.flatMap((file) => wrongFile(file, member, all))])
}

function wrongManifest(member: Member, all: readonly Member[]): string[] {
  return member.dependencies.map((name) => refusal(member, name, all, false)).filter((problem) => problem !== null)
}

function wrongFile(file: SourceFile, member: Member, all: readonly Member[]): string[] {
  const allowed = new Set([...member.dependencies, ...(file.isTest || isDevOnly(member) ? [...member.devDependencies, 'vitest'] : [])])
  return file.imports.flatMap((specifier) => {
    const name = packageOf(specifier)
    if (name === null) return leavesFolder(file, specifier, member) ? [`${file.path} reaches out of its package by ${specifier}`] : []
    if (builtinModules.includes(name)) return [`${file.path} imports ${name} without node:`]
    if (name !== member.name && !allowed.has(name)) return [`${file.path} imports ${name}, which ${member.folder}/package.json does not list`]
    const problem = refusal(member, name, all, file.isTest)
    return problem ? [`${file.path}: ${problem}`] : []
  })
}

/** Why this member may not use this package; null when it may. Tests may use what they list, other services excepted. */
function refusal(member: Member, name: string, all: readonly Member[], inTest: boolean): string | null {
  const target = all.find((other) => other.name === name)
  if (target) return name === member.name || inTest ? null : refuseOwn(member, target)
  return inTest || isDevOnly(member) ? null : refuseOutside(member, name)
}

function refuseOwn(member: Member, target: Member): string | null {
  const [kind, short = ''] = member.folder.split('/')
  const [targetKind, targetShort = ''] = target.folder.split('/')
  if (isDevOnly(member)) return null
  if (targetShort === 'testkit') return `${member.name} may use testkit in tests only`
  if (targetKind === 'services') return kind === 'services' && short in composers ? null : `${member.name} may not import the service ${target.name}`
  if (targetKind === 'packages' && kind === 'packages' && !packageRules[short]?.own.includes(targetShort)) {
    return `${member.name} may not import ${target.name}. ${packageRules[short]?.why ?? 'It is missing in the import table.'}`
  }
  return null
}

function refuseOutside(member: Member, name: string): string | null {
  const [kind, short = ''] = member.folder.split('/')
  if (name === 'pg') return short in pgUsers && kind === 'packages' ? null : `${member.name} may not use pg: only ${Object.keys(pgUsers).join(', ')}`
  const owners = [
    ...Object.entries(packageRules)
      .filter(([, rule]) => rule.alone.includes(name))
      .map(([owner]) => `packages/${owner}`),
    ...Object.entries(serviceLibraries)
      .filter(([, libraries]) => libraries.includes(name))
      .map(([owner]) => `services/${owner}`),
  ]
  return owners.length === 0 || owners.includes(member.folder) ? null : `${member.name} may not use ${name}: only ${owners.join(', ')}`
}

function leavesFolder(file: SourceFile, specifier: string, member: Member): boolean {
  if (!specifier.startsWith('.') || member.folder === 'test') return false
  const depth = file.path.slice(member.folder.length + 1).split('/').length - 1
  return (specifier.match(/\.\.\//g)?.length ?? 0) > depth
}

function isDevOnly(member: Member): boolean {
  return member.folder === 'test' || member.folder === 'packages/testkit'
}
