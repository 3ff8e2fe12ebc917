import { spawnSync } from 'node:child_process'

/** A program that the tests use. `without` says what is not tested when it is missing. */
export type Wanted = Readonly<{ name: string; isThere: () => boolean; without: string }>

/** Installs what is missing when this is Debian and we are root; otherwise says what is missing and how to get it. */
export function installMissing(wanted: readonly Wanted[]): void {
  const missing = wanted.filter((program) => !program.isThere())
  if (missing.length === 0) return
  if (mayInstall()) aptInstall(missing.map((program) => program.name))
  for (const program of missing.filter((one) => !one.isThere())) {
    process.stdout.write(`${program.name} is missing: ${program.without}. On Debian or Ubuntu: sudo apt-get install ${program.name}\n`)
  }
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
}

function aptInstall(names: readonly string[]): void {
  process.stdout.write(`Installing ${names.join(' and ')} with apt-get ...\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env })
  const { status, stderr } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env, encoding: 'utf8' })
  if (status !== 0) process.stdout.write(`apt-get did not succeed: ${stderr.trim().split('\n').slice(-3).join(' ')}\n`)
}
