import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UsageError } from '@tipwire/domain'
import type { Command } from 'commander'

export function define(command: Command): void {
  command.option('--sources <FILE>', 'watch the sources of this file: { "sources": [{ "name", "url", … }] }').addHelpText('after', examples).action(run)
}

const examples = `
Starts everything on this machine with a PostgreSQL of its own; data and passwords lie in .tipwire (or TIPWIRE_HOME).
Without own sources it shows the invented sample. DATABASE_URL and REDIS_URL take a database and a queue of yours. Ctrl-C ends it.
A source of a file has "name" and "url", and may have "kind", "country", "tz", "lang", "actor", "poll_every_s" and, for an address of your own
network, "allow_private_address": true. They mean what the options of "tipwire source add" mean.

Examples:
  tipwire up
  tipwire up --sources sources.json`

const ended: Readonly<Record<string, number>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }

/** A service may not import another, so the whole is started as a process of its own and ends with this one. */
async function run({ sources }: { sources?: string }): Promise<void> {
  if (sources !== undefined && !existsSync(sources)) throw new UsageError(`there is no file ${sources}.`)
  const main = fileURLToPath(new URL('../../../standalone/src/main.ts', import.meta.url))
  const env = sources === undefined ? process.env : { ...process.env, TIPWIRE_SOURCES: resolve(sources) }
  const child = spawn(process.execPath, [main], { stdio: 'inherit', env })
  const signals = Object.keys(ended) as NodeJS.Signals[]
  // The terminal sends Ctrl-C to both processes; a signal to this one alone is passed on.
  const pass = (signal: NodeJS.Signals) => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal))
  for (const signal of signals) process.on(signal, pass)
  process.exitCode = await new Promise<number>((done, fail) => {
    child.on('error', fail)
    child.on('exit', (code, signal) => done(code ?? ended[signal ?? ''] ?? 1))
  })
  for (const signal of signals) process.off(signal, pass)
}
