import { sql } from 'kysely'
import type { Db } from '../../database.ts'
import { readViews } from './read-views.ts'
import type { ViewReader } from './views.ts'

type Row = Record<string, unknown>

/** What a question gave. `columns` is empty when there are no rows; `truncated` says that there are more rows than asked for. */
export type Answer = Readonly<{ columns: string[]; rows: Row[]; truncated: boolean }>

/**
 * Runs one SQL question that a person wrote, read-only and with the rights of the analyst role, with a limit on time and rows.
 * The text is the person's own and goes to the database as it is: the role is the guard, not the wording.
 */
export async function ask(db: Db, { question, timeoutMs, most }: { question: string; timeoutMs: number; most: number }): Promise<Answer> {
  const text = question.trim().replace(/;+$/, '')
  const rows = await readViews(db, (views) => (/^(explain|show)\b/i.test(text) ? run(views, text) : runByCursor(views, text, most + 1)), { timeoutMs })
  return { columns: Object.keys(rows[0] ?? {}), rows: rows.slice(0, most), truncated: rows.length > most }
}

/** By cursor, so that "select * from events" on a large store does not fill the memory of whoever asks. */
async function runByCursor(views: ViewReader, text: string, most: number): Promise<Row[]> {
  await run(views, `declare tipwire_question no scroll cursor for ${text}`)
  return run(views, `fetch ${most} from tipwire_question`)
}

async function run(views: ViewReader, text: string): Promise<Row[]> {
  const { rows } = await sql.raw<Row>(text).execute(views)
  return rows
}
