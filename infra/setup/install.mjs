import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))
// The one version of pnpm that this repository is installed with.
const pnpmVersion = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).config.pnpm

const stamp = join(root, 'node_modules', '.tipwire-installed')

/** True when what is installed is what the lockfile and the package.json files ask for. Takes milliseconds. */
export function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()
}

/** Installs everything by the lockfile. Quiet; returns null, or the problem in plain words. */
export async function install() {
  process.stderr.write('Installing (only once; about 20 seconds) ...\n')
  const { code, output } = await run('npx', ['--yes', `pnpm@${pnpmVersion}`, 'install', '--frozen-lockfile', '--config.confirm-modules-purge=false'])
  if (code !== 0) return explain(output)
  writeFileSync(stamp, wanted())
  return null
}

function wanted() {
  const hash = createHash('sha256').update(process.platform + process.arch)
  for (const file of [join(root, 'pnpm-lock.yaml'), join(root, 'pnpm-workspace.yaml'), join(root, 'package.json'), ...manifests()])
    hash.update(readFileSync(file))
  return hash.digest('hex')
}

function manifests() {
  const folders = ['services', 'packages', 'infra'].flatMap((top) =>
    readdirSync(join(root, top))
      .sort()
      .map((name) => join(root, top, name)),
  )
  return [...folders, join(root, 'test')].map((folder) => join(folder, 'package.json')).filter((file) => existsSync(file))
}

function run(command, args) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, {
      cwd: root,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, npm_config_loglevel: 'error' },
    })
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: String(error) }))
    child.on('close', (code) => resolve({ code, output }))
  })
}

function explain(output) {
  const tail = output.trim().split('\n').slice(-12).join('\n')
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|network/i.test(output)) {
    return `Tipwire could not reach the npm registry (npm config get registry). It needs it once, to install.\n\n${tail}`
  }
  if (/EACCES|EROFS|EPERM/.test(output)) return `Tipwire may not write to its own folder, ${root}.\n\n${tail}`
  if (/ENOSPC/.test(output)) return `The disk is full; an installed checkout takes about 1 GB.\n\n${tail}`
  return `The install did not succeed.\n\n${tail}`
}
