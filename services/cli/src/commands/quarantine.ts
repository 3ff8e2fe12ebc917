import { UsageError } from '@tipwire/domain'
import { dropQuarantined, listQuarantine, retryQuarantined } from '@tipwire/store'
import type { Command } from 'commander'
import { confirm } from '../input/confirm.ts'
import { withStore } from '../input/with-store.ts'
import { note, print, printJson } from '../output/streams.ts'
import { tableText } from '../output/table.ts'

type Choice = { cause?: string; all?: boolean; yes?: boolean }

export function define(command: Command): void {
  command
    .command('list')
    .description('what no stage could handle, newest first')
    .option('--cause <CODE>', 'only of this cause')
    .option('--json', 'as JSON')
    .action(list)
  for (const act of ['retry', 'drop'] as const) {
    command
      .command(act)
      .description(act === 'retry' ? 'send rows back to the stage that they failed in' : 'end rows for good; the cause is kept')
      .argument('[ID...]', 'ids of items or documents')
      .option('--cause <CODE>', 'all rows of this cause')
      .option('--all', 'all rows')
      .option('--yes', 'do not ask')
      .action((ids: string[], choice: Choice) => change(act, ids, choice))
  }
  command.addHelpText('after', examples)
}

const examples = `
Examples:
  tipwire quarantine list
  tipwire quarantine retry --cause FETCH_TIMEOUT
  tipwire quarantine drop itm_01jc…`

async function list({ cause, json }: { cause?: string; json?: boolean }): Promise<void> {
  const rows = await withStore({ role: 'service' }, (store) => listQuarantine(store.db, cause === undefined ? {} : { cause }))
  if (json) return printJson(rows)
  if (rows.length === 0) return print('Quarantine is empty.')
  await print(
    tableText(
      ['stage', 'id', 'cause', 'message', 'starts', 'since'],
      rows.map((row) => [row.stage, row.id, row.cause, row.message, row.starts, row.at]),
    ),
  )
}

async function change(act: 'retry' | 'drop', ids: string[], { cause, all, yes }: Choice): Promise<void> {
  if ([ids.length > 0, cause !== undefined, all === true].filter(Boolean).length !== 1)
    throw new UsageError(`say which rows: "tipwire quarantine ${act} ID…", --cause CODE, or --all.`)
  const choice = { ...(cause === undefined ? {} : { cause }), ...(ids.length > 0 ? { ids } : {}) }
  if (act === 'drop' && ids.length === 0 && !yes && !(await confirm(`Drop ${cause === undefined ? 'everything' : `all of ${cause}`} for good?`)))
    return note('nothing dropped.')
  const verb = act === 'retry' ? retryQuarantined : dropQuarantined
  const rows = await withStore({ role: 'service' }, (store) => store.transaction((tx) => verb(tx, choice)))
  note(rows.length === 0 ? 'no such rows in quarantine.' : `${rows.length} ${rows.length === 1 ? 'row' : 'rows'} ${act === 'retry' ? 'sent back' : 'dropped'}.`)
  await printJson(rows)
}
