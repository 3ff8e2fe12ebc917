import { createInterface } from 'node:readline/promises'
import { UsageError } from '@tipwire/domain'

/** Asks on the terminal; only "y" or "yes" counts as yes. Without a terminal there is nobody to ask, so --yes is needed. */
export async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new UsageError('nobody can be asked here (no terminal); add --yes.')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await terminal.question(`${question} [y/N] `)
    return /^y(es)?$/i.test(answer.trim())
  } finally {
    terminal.close()
  }
}
