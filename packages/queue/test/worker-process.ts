import { finishWork } from '@tipwire/store'
import { sql } from 'kysely'
import { runStage } from '../src/index.ts'
import { openParts } from './open-parts.ts'

// A worker as a process of its own, so that a test can kill it, or a row can.
const place = JSON.parse(process.argv[2] as string)
const parts = await openParts(place)
await runStage({ stage: 'extract', ...parts, settings: { concurrency: 2 } }, async (work) => {
  if (work.id.startsWith('doc_poison')) process.kill(process.pid, 'SIGKILL')
  await parts.store.transaction(async (tx) => {
    await sql`insert into public.handled (id) values (${work.id})`.execute(tx)
    await finishWork(tx, { work, outcome: { kind: 'done', next: [] }, run_id: parts.run_id })
  })
  process.stdout.write(`${work.id}\n`)
  return { kind: 'done', next: [] }
})
process.stdout.write('ready\n')
