import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { commands } from '../src/commands/index.ts'
import { runCli } from './run-cli.ts'

test('--help names every command', async () => {
  const { code, stdout } = await runCli(['--help'])
  expect(code).toBe(0)
  for (const { name } of commands) expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'))
})

test.each(commands.map(({ name }) => name))('%s --help shows an example', async (name) => {
  const { code, stdout, stderr } = await runCli([name, '--help'])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(new RegExp(`Examples?:\\n  .*tipwire ${name}\\b`))
})

test('help COMMAND is COMMAND --help', async () => {
  const { stdout } = await runCli(['read', '--help'])
  expect(await runCli(['help', 'read'])).toMatchObject({ code: 0, stdout })
})

test('a slip of the pen is answered with what was meant', async () => {
  const { code, stderr } = await runCli(['raed', 'x'])
  expect(code).toBe(2)
  expect(stderr).toContain('Did you mean read?')
})

test.each([
  [['feed'], 'name a feed'],
  [['read'], 'name a document'],
  [['article'], 'name a page'],
  [['group'], 'group --jsonl'],
  [['read', '--no-such-option'], 'unknown option'],
  [['read', '/no/such/file.txt'], '/no/such/file.txt'],
  [['sql', 'select 1', '--limit', 'many'], 'whole number'],
  [['status'], 'tipwire up'],
  [['up', '--sources', '/no/such/file.json'], '/no/such/file.json'],
  [['quarantine', 'retry'], '--cause'],
  [['event'], 'ID'],
  [['read', process.execPath], 'no text'],
  [['article', process.execPath], 'no text'],
  [['read', import.meta.filename, '--tz', 'Mars/Base'], 'time zone'],
  [['read', import.meta.filename, '--lang', 'in English'], '--lang'],
  [['source', 'test', 'https://n.example/feed', '--country', 'Kenya'], 'two letters'],
  [['source', 'test', 'n.example/feed'], 'https://'],
])('%j is a usage error that says what to do', async (args, words) => {
  const { code, stdout, stderr } = await runCli(args)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(words)
  expect(stderr).not.toMatch(/\n\s+at /)
})

test('a reader that goes away is no failure', () => {
  const bin = fileURLToPath(new URL('../bin/tipwire.mjs', import.meta.url))
  const file = join(mkdtempSync(join(tmpdir(), 'tipwire-cli-')), 'pages.jsonl')
  writeFileSync(file, `${JSON.stringify({ id: 'x', html: `<p>${'text '.repeat(200)}</p>` })}\n`.repeat(400))
  const script = 'exec 3>&1; "$1" "$2" article --jsonl < "$3" | head -c 10 >&3; echo " $PIPESTATUS"'
  expect(execFileSync('bash', ['-c', script, 'bash', process.execPath, bin, file], { encoding: 'utf8' })).toBe('{"id":"x", 0\n')
})

test('an older Node hands over to the one beside the project', async () => {
  const older = olderNode()
  const { code, stdout } = await runCli(['--version'], older ? { node: older } : {})
  expect([code, stdout.trim()]).toEqual([0, '0.1.0'])
})

function olderNode(): string | undefined {
  try {
    const version = execFileSync('/usr/bin/node', ['--version'], { encoding: 'utf8' })
    return Number(/^v(\d+)/.exec(version)?.[1]) < 24 ? '/usr/bin/node' : undefined
  } catch {
    return undefined
  }
}
