// The one entry of `npm start`, `npm test` and the other npm scripts. Plain JavaScript for any Node from 20 on:
// it installs what is missing (pnpm from npm, Node 24 from npm), then runs the real script on that Node 24.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { install, isInstalled, root } from './install.mjs'

const tipwire = 'services/cli/bin/tipwire.mjs'

/** What each npm script runs, and in which folder: a person's own for `tipwire`, the repository's for the rest. */
const scripts = {
  start: { run: [tipwire, 'up'] },
  dev: { run: ['--watch-path', 'services', '--watch-path', 'packages', '--watch-preserve-output', 'services/standalone/src/main.ts'] },
  tipwire: { run: [tipwire], cwd: process.env.INIT_CWD },
  test: { run: ['test/run/test.ts'] },
  verify: { run: ['test/run/verify.ts'] },
  bench: { run: ['test/bench/main.ts'] },
  faults: { run: ['test/faults/main.ts'] },
}

const [name = '', ...rest] = process.argv.slice(2)
const script = scripts[name]
if (!script) fail(`Unknown script "${name}". Known: ${Object.keys(scripts).join(', ')}.`)
if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Tipwire needs Node 20 or newer to start; this is Node ${process.versions.node}. See https://nodejs.org.`)

if (!isInstalled()) {
  const problem = await install()
  if (problem) fail(problem)
}

const bin = join(root, 'node_modules', '.bin')
const node = join(bin, process.platform === 'win32' ? 'node.exe' : 'node')
// Paths are absolute, because a person may stand elsewhere.
const args = script.run.map((part) => (existsSync(join(root, part)) ? join(root, part) : part))
const child = spawn(existsSync(node) ? node : process.execPath, [...args, ...rest], {
  stdio: 'inherit',
  cwd: script.cwd ?? root,
  env: { ...process.env, PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}` },
})
// Ctrl-C reaches the child by itself (same terminal); a signal sent to this process alone is passed on.
process.on('SIGINT', () => {})
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => {
  process.exitCode = signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : (code ?? 1)
})

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
