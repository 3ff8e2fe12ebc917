import { parseArgs } from 'node:util'
import { startTestServer } from '@tipwire/testkit'
import { type Engine, enginesHere } from '../pipeline/harness/engines.ts'
import type { Fault } from './fault.ts'
import { mutatedFeeds } from './mutated-feeds.ts'
import { sigkillWorkers } from './sigkill-workers.ts'

/** All fault tests. A new one is a file beside this and a line here. */
const faults: readonly Fault[] = [sigkillWorkers, mutatedFeeds]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string' },
    seed: { type: 'string', default: '1' },
    short: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  process.stdout.write('npm run faults -- [NAME...] [--engine postgres|redis] [--seed N] [--short] [--json]\n')
  for (const { name, what } of faults) process.stdout.write(`  ${name.padEnd(20)} ${what}\n`)
} else {
  process.exitCode = (await runFaults()) ? 0 : 1
}

async function runFaults(): Promise<boolean> {
  const chosen = choose(positionals, values.engine)
  await using _server = await startTestServer()
  let good = true
  for (const { fault, engine } of chosen) {
    const seed = Number(values.seed)
    const { details, ...result } = await fault.run({ engine, seed, short: values.short, say: (line) => process.stderr.write(`${line}\n`) })
    const ok = result.lost + result.duplicated + result.dead === 0 && result.recovered_s <= fault.limit_s
    good &&= ok
    print({ fault: fault.name, engine, seed, ...result, ok })
    for (const line of ok ? [] : details.slice(0, 20)) process.stderr.write(`  ${line}\n`)
  }
  return good
}

function choose(names: readonly string[], engine: string | undefined): { fault: Fault; engine: Engine }[] {
  const unknown = names.filter((name) => !faults.some((fault) => fault.name === name))
  if (unknown.length) throw new Error(`No such fault: ${unknown.join(', ')}. Known: ${faults.map((fault) => fault.name).join(', ')}.`)
  const engines = enginesHere().filter((one) => !engine || one === engine)
  if (engines.length === 0) throw new Error(`The engine ${engine} is not available here (redis needs redis-server; on Debian: apt-get install redis-server).`)
  return faults
    .filter((fault) => names.length === 0 || names.includes(fault.name))
    .flatMap((fault) => engines.filter((one) => fault.engines.includes(one)).map((one) => ({ fault, engine: one })))
}

function print(result: {
  fault: string
  engine: Engine
  seed: number
  injected: number
  inputs: number
  lost: number
  duplicated: number
  dead: number
  recovered_s: number
  ok: boolean
}): void {
  if (values.json) return void process.stdout.write(`${JSON.stringify(result)}\n`)
  const { fault, engine, injected, inputs, lost, duplicated, dead, recovered_s, ok } = result
  process.stdout.write(
    `${ok ? 'ok  ' : 'FAIL'} ${fault} on ${engine}: ${injected} injected, ${inputs} inputs, ${lost} lost, ${duplicated} duplicated, ${dead} dead, recovered in ${recovered_s} s\n`,
  )
}
