import { parseArgs } from 'node:util'
import { type Pace, startNewsroom } from './start-newsroom.ts'

const { values } = parseArgs({ options: { port: { type: 'string', default: '7433' }, pace: { type: 'string', default: 'live' } } })
const newsroom = await startNewsroom({
  port: Number(values.port),
  pace: values.pace as Pace,
  onStep: ({ name }) => process.stderr.write(`newsroom: ${name}\n`),
})
process.stdout.write(`${JSON.stringify({ sources: newsroom.sources }, null, 2)}\n`)
process.stderr.write(`newsroom: ${newsroom.url}\n`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void newsroom.close())
