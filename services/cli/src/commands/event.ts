import { UsageError } from '@tipwire/domain'
import { type EventDetail, findReplacement, getEvent, readViews } from '@tipwire/store'
import type { Command } from 'commander'
import { withStore } from '../input/with-store.ts'
import { print, printJson } from '../output/streams.ts'
import { cellText, tableText } from '../output/table.ts'

export function define(command: Command): void {
  command
    .command('show', { isDefault: true })
    .description('one event with its versions, reports and words')
    .argument('<ID>', 'evt_…')
    .option('--json', 'as JSON')
    .action(show)
  command.addHelpText('after', examples)
}

const examples = `
Examples:
  tipwire event show evt_01jc…
  tipwire event show evt_01jc… --json`

async function show(id: string, { json }: { json?: boolean }): Promise<void> {
  const { detail, replacement } = await withStore({ role: 'analyst' }, (store) =>
    readViews(store.db, async (views) => ({ detail: await getEvent(views, id), replacement: await findReplacement(views, { object: 'event', id }) })),
  )
  if (detail === null) {
    const where = replacement?.replaced_by.length ? `: see ${replacement.replaced_by.join(', ')}` : ''
    throw new UsageError(replacement ? `this event was removed (${replacement.reason})${where}.` : `no event has the id ${id}.`)
  }
  if (json) await printJson(detail)
  else await print(eventText(detail))
}

function eventText({ event, versions, reports, evidence }: EventDetail): string {
  const fields = Object.entries(event).filter(([, value]) => cellText(value) !== '')
  return [
    event.title,
    tableText(['field', 'value'], fields, { widest: 100 }),
    `Words\n${tableText(
      ['field', 'value', 'shown', 'words', 'report'],
      evidence.map((row) => [row.field, row.value_text, row.agrees ? 'yes' : 'no', row.quote, row.report_id]),
      { widest: 80 },
    )}`,
    `Reports\n${tableText(
      ['report', 'publisher', 'published', 'role', 'url'],
      reports.map((row) => [row.report_id, row.publisher, row.published_at, row.role, row.url]),
      { widest: 80 },
    )}`,
    `Versions\n${tableText(
      ['version', 'at', 'reason', 'changed'],
      versions.map((row) => [row.version, row.at, row.reason, row.diff]),
      { widest: 100 },
    )}`,
  ].join('\n\n')
}
