import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Bench, Side } from './bench.ts'

/** One result, as `--json` prints it. `runs` holds every value, in the order in which they were measured. */
export type BenchResult = Readonly<{
  name: string
  workload: string
  peer: string
  ours: number
  peer_value: number
  ratio: number
  unit: string
  runs: { ours: number[]; peer: number[] }
}>

/** Measures a workload: peer, ours, peer, ours, ..., and takes the medians, because a shared machine moves by a third from run to run. */
export async function measure(bench: Bench, { size, runs, say }: { size: number; runs: number; say: (line: string) => void }): Promise<BenchResult> {
  await using shared = await bench.prepare(size)
  const values: Record<Side, number[]> = { ours: [], peer: [] }
  for (let i = 0; i < runs; i++) {
    for (const side of ['peer', 'ours'] as const) {
      await using one = await shared.inputOf(side)
      const value = await runAlone(side === 'ours' ? bench.ours : bench.theirs, one.input)
      values[side].push(value)
      say(`${bench.name} run ${i + 1} of ${runs}, ${side}: ${value.toFixed(1)} ${bench.unit}`)
    }
  }
  const [ours, peer_value] = [median(values.ours), median(values.peer)]
  return {
    name: bench.name,
    workload: bench.workload(size),
    peer: bench.peer,
    ours,
    peer_value,
    ratio: round(ours / peer_value),
    unit: bench.unit,
    runs: values,
  }
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  return round(((low ?? Number.NaN) + (high ?? Number.NaN)) / 2)
}

/** Runs a module in a process of its own, so that neither side warms up or fills the memory of the other. */
async function runAlone(module: URL, input: object): Promise<number> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./run-alone.ts', import.meta.url)), module.href], { stdio: ['pipe', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stdin.end(JSON.stringify(input))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${module.pathname} ended with exit code ${code}`)
  return Number(output)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
