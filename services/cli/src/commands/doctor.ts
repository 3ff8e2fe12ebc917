import type { Command } from 'commander'
import { checks, type Finding } from '../doctor/checks.ts'
import { hasColours, print, printJson } from '../output/streams.ts'

export function define(command: Command): void {
  command.option('--json', 'as JSON').addHelpText('after', examples).action(run)
}

const examples = `
Checks Node, browser, database, queue, ports, connections, disk and clock, and says what to do. Exit code 1 when something is broken.

Example:
  tipwire doctor`

const marks = { ok: ['ok  ', '\u001b[32m'], note: ['note', '\u001b[33m'], bad: ['BAD ', '\u001b[31m'] } as const

async function run({ json }: { json?: boolean }): Promise<void> {
  const findings: Finding[] = []
  for (const check of checks) findings.push(...[await check()].flat())
  if (findings.some((finding) => finding.state === 'bad')) process.exitCode = 1
  if (json) await printJson(findings)
  else await print(findings.map(line).join('\n'))
}

function line({ name, state, found, advice }: Finding): string {
  const [mark, colour] = marks[state]
  const shown = hasColours() ? `${colour}${mark}\u001b[0m` : mark
  return `${shown}  ${name.padEnd(12)} ${found}${advice ? `\n      ${' '.repeat(12)} → ${advice}` : ''}`
}
