import { text } from 'node:stream/consumers'
import { UsageError } from '@tipwire/domain'
import { ask } from '@tipwire/store'
import { type Command, InvalidArgumentError } from 'commander'
import { withStore } from '../input/with-store.ts'
import { csvText } from '../output/csv.ts'
import { note, print, printJson } from '../output/streams.ts'
import { tableText } from '../output/table.ts'

type SqlOptions = { json?: boolean; csv?: boolean; limit: number; timeout: number }

const SECOND = 1000

export function define(command: Command): void {
  command
    .argument('<QUESTION>', 'one SQL question; - reads it from standard input')
    .option('--json', 'rows as JSON')
    .option('--csv', 'rows as CSV, as Excel wants it')
    .option('--limit <ROWS>', 'most rows', positive, 1000)
    .option('--timeout <SECONDS>', 'most time', positive, 30)
    .addHelpText('after', examples)
    .action(run)
}

const examples = `
Asks as the role tipwire_analyst, read-only. Views: incidents, events, statistics, reports, evidence, changes, sources (schema tipwire).
Count incidents, filter events, chart statistics. Null and empty lists mean: not stated.

Examples:
  tipwire sql "select title, rescued, independent_sources from tipwire.incidents order by timeline_date desc"
  tipwire sql "select country, sum(rescued) from tipwire.incidents group by 1" --csv > rescued.csv
  tipwire sql - < question.sql`

async function run(given: string, options: SqlOptions): Promise<void> {
  const question = given === '-' ? await text(process.stdin) : given
  if (question.trim() === '') throw new UsageError('the question is empty. Try: tipwire sql "select title from tipwire.incidents"')
  if (options.json && options.csv) throw new UsageError('--json and --csv do not go together.')
  const { columns, rows, truncated } = await withStore({ role: 'analyst' }, (store) =>
    ask(store.db, { question, timeoutMs: options.timeout * SECOND, most: options.limit }),
  )
  const values = rows.map((row) => columns.map((name) => row[name]))
  if (options.json) await printJson(rows)
  else if (options.csv) await print(csvText(columns, values))
  else await print(rows.length === 0 ? '(no rows)' : tableText(columns, values))
  if (truncated) note(`only the first ${rows.length} rows are shown; --limit takes more.`)
}

function positive(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0) return value
  throw new InvalidArgumentError('a whole number above 0 is needed.')
}
