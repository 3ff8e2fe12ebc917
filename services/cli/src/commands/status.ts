import { codeLists } from '@tipwire/domain'
import { listPublicSources, listQuarantine, type QuarantinedWork, readViews, type SourceRow, type WorkCount, workCounts } from '@tipwire/store'
import type { Command } from 'commander'
import { withStore } from '../input/with-store.ts'
import { print, printJson } from '../output/streams.ts'
import { tableText } from '../output/table.ts'

export function define(command: Command): void {
  command.option('--json', 'as JSON').addHelpText('after', examples).action(run)
}

const examples = `
Shows the rows of each stage, the sources, and what is in quarantine by cause.

Examples:
  tipwire status
  tipwire status --json`

type Stage = Readonly<{ stage: string; waiting: number; done: number; skipped: number; quarantined: number; oldest_waiting_since: Date | null }>
type Cause = Readonly<{ stage: string; cause: string; count: number; message: string | null }>
type Status = Readonly<{ sample: boolean; stages: Stage[]; sources: SourceRow[]; quarantine: Cause[] }>

async function run({ json }: { json?: boolean }): Promise<void> {
  const status = await withStore({ role: 'service' }, async (store, { sample }) => ({
    sample,
    stages: stageRows(await workCounts(store.db)),
    sources: await readViews(store.db, listPublicSources),
    quarantine: byCause(await listQuarantine(store.db)),
  }))
  if (json) await printJson(status)
  else await print(statusText(status))
}

function stageRows(counts: readonly WorkCount[]): Stage[] {
  const byStage = Map.groupBy(counts, (row) => row.stage)
  return [...byStage].map(([stage, rows]) => {
    const count = (state: string) => rows.find((row) => row.state === state)?.count ?? 0
    const since = rows.find((row) => row.state === 'waiting')?.oldest_since ?? null
    // A poll waits for its time, not for a worker.
    const oldest_waiting_since = since !== null && since <= new Date() ? since : null
    return { stage, waiting: count('waiting'), done: count('done'), skipped: count('skipped'), quarantined: count('quarantined'), oldest_waiting_since }
  })
}

function byCause(rows: readonly QuarantinedWork[]): Cause[] {
  const groups = Map.groupBy(rows, (row) => `${row.stage} ${row.cause ?? 'UNKNOWN'}`)
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map((first) => ({ stage: first.stage, cause: first.cause ?? 'UNKNOWN', count: group.length, message: first.message })),
  )
}

function statusText({ stages, sources, quarantine }: Status): string {
  const stageTable = tableText(
    ['stage', 'waiting', 'done', 'skipped', 'quarantined', 'oldest waiting since'],
    stages.map((row) => [row.stage, row.waiting, row.done, row.skipped, row.quarantined, row.oldest_waiting_since]),
  )
  const sourceTable = tableText(
    ['source', 'state', 'reason', 'new content'],
    sources.map((row) => [row.name, stateText(row), row.state_reason, row.last_new_content_at]),
  )
  const causes =
    quarantine.length === 0
      ? 'Quarantine is empty.'
      : `${tableText(
          ['stage', 'cause', 'count', 'message'],
          quarantine.map((row) => [row.stage, row.cause, row.count, row.message]),
        )}\nSee: tipwire quarantine list`
  const watched = sources.length === 0 ? 'No sources yet. See: tipwire source add --help' : sourceTable
  return [stages.length === 0 ? 'No work yet.' : stageTable, watched, causes].join('\n\n')
}

function stateText({ state, silent }: SourceRow): string {
  const label = codeLists.source_state[state as keyof typeof codeLists.source_state]?.label ?? state
  return silent && state === 'ok' ? 'silent' : label
}
