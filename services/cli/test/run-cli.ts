import { spawn } from 'node:child_process'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../bin/tipwire.mjs', import.meta.url))

export type Ran = Readonly<{ code: number | null; stdout: string; stderr: string; lines: () => Record<string, unknown>[]; json: () => Record<string, unknown> }>
type Options = Readonly<{ input?: string; env?: Record<string, string>; node?: string; cwd?: string }>

/** Runs the real command line as a person would, without a terminal. */
export async function runCli(args: readonly string[], { input = '', env = {}, node = process.execPath, cwd }: Options = {}): Promise<Ran> {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(DATABASE_URL|REDIS_URL|TIPWIRE_|FORCE_COLOR|NODE_OPTIONS)/.test(name)))
  const child = spawn(node, [bin, ...args], { env: { ...clean, TIPWIRE_HOME: '/nonexistent', ...env }, ...(cwd ? { cwd } : {}) })
  // A command that takes no input may end before it is all written.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  // As bytes first: decoders take a byte order mark away.
  const [stdout, stderr, code] = await Promise.all([toText(child.stdout), toText(child.stderr), ended])
  const lines = () =>
    stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  return { code, stdout, stderr, lines, json: () => JSON.parse(stdout) }
}

async function toText(stream: NodeJS.ReadableStream): Promise<string> {
  return (await buffer(stream)).toString('utf8')
}
