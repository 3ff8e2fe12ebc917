import { type ReportRow, readViews, reportsOfDocuments, trace } from '@tipwire/store'
import type { Command } from 'commander'
import { withStore } from '../input/with-store.ts'
import { print, printJson } from '../output/streams.ts'
import { tableText } from '../output/table.ts'

export function define(command: Command): void {
  command
    .argument('<URL|ID>', 'an address, or the id of a source, item, document or report')
    .option('--json', 'as JSON')
    .addHelpText('after', examples)
    .action(run)
}

const examples = `
Shows where it came from, which stages it went through, why it was skipped or waits, and which events and figures it tells.

Examples:
  tipwire trace https://example.org/news/1
  tipwire trace doc_01jc…`

async function run(key: string, { json }: { json?: boolean }): Promise<void> {
  const found = await withStore({ role: 'service' }, async (store) => {
    const traced = await trace(store.db, key.replace(/^rep_/, 'doc_'))
    const tells = await readViews(store.db, (views) =>
      reportsOfDocuments(
        views,
        traced.documents.map((row) => row.document_id),
      ),
    )
    return { ...traced, tells }
  })
  const empty = found.sources.length + found.items.length + found.documents.length === 0
  if (empty) process.exitCode = 1
  if (json) await printJson(found)
  else await print(empty ? `Nothing is known of ${key}. See: tipwire source list, tipwire add URL` : traceText(found))
}

type Found = Awaited<ReturnType<typeof trace>> & { tells: ReportRow[] }

function traceText({ sources, items, documents, work, tells }: Found): string {
  const table = (title: string, columns: string[], rows: unknown[][]) => (rows.length === 0 ? [] : [`${title}\n${tableText(columns, rows, { widest: 90 })}`])
  return [
    ...table(
      'Sources',
      ['id', 'name', 'state', 'reason'],
      sources.map((row) => [row.source_id, row.name, row.state, row.state_reason]),
    ),
    ...table(
      'Items',
      ['id', 'url', 'first seen', 'vanished'],
      items.map((row) => [row.item_id, row.url, row.first_seen_at, row.vanished_at]),
    ),
    ...table(
      'Documents',
      ['id', 'version', 'copy of', 'availability', 'fetched'],
      documents.map((row) => [row.document_id, row.version_no, row.duplicate_of, row.availability, row.fetched_at]),
    ),
    ...table(
      'Stages',
      ['stage', 'id', 'state', 'why', 'starts', 'since', 'finished'],
      work.map((row) => [
        row.stage,
        row.id,
        row.state,
        [row.reason, row.error_code, row.error_message].filter(Boolean).join(': '),
        row.starts,
        row.since,
        row.finished_at,
      ]),
    ),
    ...table(
      'Tells',
      ['event or figure', 'role', 'headline'],
      tells.map((row) => [row.event_id ?? row.statistic_id, row.role, row.headline]),
    ),
  ].join('\n\n')
}
