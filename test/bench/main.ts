import { parseArgs } from 'node:util'
import type { Bench } from './bench.ts'
import { chain } from './chain/chain.ts'
import { machineFacts } from './machine.ts'
import { type BenchResult, measure } from './measure.ts'

/** All workloads. A new one is a folder beside this and a line here. */
const benches: readonly Bench[] = [chain]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  process.stdout.write('npm run bench -- [NAME...] [--short] [--json] [--runs N]\n')
  for (const { name, workload, peer, size } of benches) process.stdout.write(`  ${name.padEnd(12)} ${workload(size.full)}, against ${peer}\n`)
} else {
  await runBenches()
}

async function runBenches(): Promise<void> {
  const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name))
  if (unknown.length) throw new Error(`No such bench: ${unknown.join(', ')}. Known: ${benches.map((bench) => bench.name).join(', ')}.`)
  process.stderr.write(`${machineFacts()}\n`)
  for (const bench of benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
    const size = values.short ? bench.size.short : bench.size.full
    const result = await measure(bench, { size, runs: Number(values.runs), say: (line) => process.stderr.write(`${line}\n`) })
    process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : inWords(result, bench.goal))
  }
}

function inWords({ name, workload, peer, ours, peer_value, ratio, unit }: BenchResult, goal: number): string {
  return `${name}: ${workload}\n  ours ${ours} ${unit}, ${peer} ${peer_value} ${unit}: ${ratio} times (goal: ${goal})\n`
}
