import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a step came to. A tool counts as one check; a test run as its tests. */
export type Result = Readonly<{ passed: number; failed: number; skipped: number }>

/** Runs one tool and prints one line; its output only when it fails. */
export async function runTool(name: string, command: string, args: readonly string[]): Promise<Result> {
  const began = Date.now()
  const { code, output } = await run(command, args, {})
  print(name, code === 0 ? 'ok' : 'FAILED', began)
  if (code !== 0) process.stdout.write(`${output.trimEnd()}\n`)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

/** Runs tests by vitest and prints one line; failures with their reasons. */
export async function runTests(name: string, args: readonly string[], env: Record<string, string> = {}): Promise<Result> {
  const began = Date.now()
  const folder = await mkdtemp(join(tmpdir(), 'tipwire-results-'))
  const file = join(folder, 'results.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`, '--silent=passed-only']
  const { code, output } = await run('vitest', ['run', '--config', 'test/vitest.config.ts', ...reporters, ...args], env)
  const result = await readFile(file, 'utf8').then(count, () => ({ passed: 0, failed: 1, skipped: 0 }))
  await rm(folder, { recursive: true, force: true })
  // A file that cannot be loaded, or an error outside of any test, fails the run without a failed test.
  const failed = code === 0 ? 0 : Math.max(1, result.failed)
  print(name, `${result.passed} passed${failed ? `, ${failed} FAILED` : ''}${result.skipped ? `, ${result.skipped} skipped` : ''}`, began)
  if (failed) process.stdout.write(`${onlyFailures(output)}\n`)
  return { ...result, failed }
}

/** Adds results up. */
export function sum(results: readonly Result[]): Result {
  const total = (key: keyof Result) => results.reduce((so_far, result) => so_far + result[key], 0)
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
}

/** The last line of a run, and the exit code that goes with it. */
export function finish({ passed, failed, skipped }: Result): void {
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`)
  process.exitCode = failed ? 1 : 0
}

function print(name: string, outcome: string, began: number): void {
  process.stdout.write(`${name.padEnd(34)} ${outcome.padEnd(28)} ${((Date.now() - began) / 1000).toFixed(1)} s\n`)
}

function count(json: string): Result {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(json)
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

function onlyFailures(output: string): string {
  return output
    .split('\n')
    .filter((line) => !/^\s*✓/.test(line))
    .join('\n')
    .trim()
}

/** For somebody who watches: the lines about whole files among what vitest has just said. */
function finishedFiles(chunk: string): string {
  return chunk
    .split('\n')
    .filter((line) => /^ [✓❯] /.test(line))
    .map((line) => `${line}\n`)
    .join('')
}

function run(command: string, args: readonly string[], env: Record<string, string>): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(join(root, 'node_modules', '.bin', command), args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
    })
    child.stdout.on('data', (chunk) => {
      output += chunk
      if (process.stderr.isTTY) process.stderr.write(finishedFiles(String(chunk)))
    })
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: String(error) }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
