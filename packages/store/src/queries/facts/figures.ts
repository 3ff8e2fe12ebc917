import type { StatisticKind } from '@tipwire/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database.ts'
import { storableJson } from '../storable.ts'

/** A figure of one document: `figure` is resolution's own record. */
export type FigureRow<T> = { figure: T; figure_key: string; statistic_id: string | null; active: boolean }

/** All figures of some documents, those taken back included. */
export function getFigures<T>(tx: Tx, { document_ids }: { document_ids: readonly string[] }): Promise<FigureRow<T>[]> {
  return select<T>(tx, sql`document_id = any(${document_ids}::text[])`)
}

/** Active figures of some keys: those that may be one statistic. */
export function findFigures<T>(tx: Tx, { keys }: { keys: readonly string[] }): Promise<FigureRow<T>[]> {
  return select<T>(tx, sql`active and figure_key = any(${keys}::text[])`)
}

async function select<T>(tx: Tx, where: RawBuilder<unknown>): Promise<FigureRow<T>[]> {
  const { rows } = await sql<FigureRow<T>>`select figure, figure_key, statistic_id, active from facts.figures where ${where} order by figure_id`.execute(tx)
  return rows
}

export type ReplaceFigures = {
  document_ids: readonly string[]
  figures: readonly { figure_id: string; document_id: string; figure_key: string; figure: unknown; statistic_id: string | null }[]
  run_id: string
}

/** Takes the figures of some documents back and stores the present ones. */
export async function replaceFigures(tx: Tx, { document_ids, figures, run_id }: ReplaceFigures): Promise<void> {
  await sql`update facts.figures set active = false where document_id = any(${document_ids}::text[]) and active`.execute(tx)
  if (figures.length === 0) return
  const rows = storableJson(figures.map((figure) => ({ ...figure, run_id })))
  await sql`
    insert into facts.figures (figure_id, document_id, figure_key, figure, active, statistic_id, run_id)
    select figure_id, document_id, figure_key, figure, true, statistic_id, run_id from jsonb_populate_recordset(null::facts.figures, ${rows}::jsonb)
    on conflict (figure_id) do update set figure_key = excluded.figure_key, figure = excluded.figure, active = true, statistic_id = excluded.statistic_id, run_id = excluded.run_id`.execute(
    tx,
  )
}

/** Notes which statistic figures have become. */
export async function saveFigureStatistics(tx: Tx, figures: readonly { figure_id: string; statistic_id: string }[]): Promise<void> {
  if (figures.length === 0) return
  await sql`
    update facts.figures f set statistic_id = n.statistic_id
    from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) as n(figure_id text, statistic_id text)
    where f.figure_id = n.figure_id and f.statistic_id is distinct from n.statistic_id`.execute(tx)
}

export type SeriesPointRow = {
  id: string
  series_id: string
  kind: StatisticKind
  to_date: string | null
  value_low: number | null
  value_high: number | null
  series_break: string | null
}

/** The live points of every series that one of these statistics belongs to. */
export async function getSeries(tx: Tx, { statistic_ids }: { statistic_ids: readonly string[] }): Promise<SeriesPointRow[]> {
  const { rows } = await sql<SeriesPointRow>`
    select statistic_id as id, series_id, kind, to_date::text as to_date, value_low, value_high, series_break
    from facts.statistics where state = 'live' and series_id in (select series_id from facts.statistics where statistic_id = any(${statistic_ids}::text[]))
    order by statistic_id`.execute(tx)
  return rows
}
