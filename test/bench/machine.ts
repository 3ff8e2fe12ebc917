import { execFileSync } from 'node:child_process'
import { arch, cpus, totalmem, type } from 'node:os'
import { enginesHere } from '../pipeline/harness/engines.ts'

/** What a result depends on beside the code: read it before comparing two results. */
export function machineFacts(): string {
  const [cpu] = cpus()
  const redis = enginesHere().includes('redis') ? execFileSync('redis-server', ['--version'], { encoding: 'utf8' }).match(/v=([\d.]+)/)?.[1] : 'none'
  return `${cpus().length} x ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${arch()}, Node ${process.versions.node}, Redis ${redis}`
}
