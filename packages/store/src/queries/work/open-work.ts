import type { Next, Stage } from '@tipwire/domain'
import { sql } from 'kysely'
import type { Db } from '../../database.ts'

/**
 * Makes a row wait for its stage: a new one, or one that was done, skipped or quarantined. A row that a worker holds right now is
 * taken from it (its fence rises), because the worker may have read what was true before. A row that nobody has begun keeps its place.
 */
export function openWork(db: Db, input: { stage: Stage; id: string; not_before?: Date }): Promise<void> {
  return openAll(db, [input])
}

/** `openWork` for many rows, in one statement. */
export async function openAll(db: Db, rows: readonly (Next & { not_before?: Date })[]): Promise<void> {
  const unique = new Map(rows.map((row) => [`${row.stage} ${row.id}`, row]))
  if (unique.size === 0) return
  await sql`
    insert into pipeline.work as w (stage, id, since, not_before)
    select stage, id, coalesce(not_before, now()), coalesce(not_before, now())
    from jsonb_to_recordset(${JSON.stringify([...unique.values()])}::jsonb) as r(stage text, id text, not_before timestamptz)
    order by stage, id
    on conflict (stage, id) do update set
      state = 'waiting', starts = 0, attempts = 0, fence = w.fence + 1,
      since = case when w.state = 'waiting' then least(w.since, excluded.since) else excluded.since end,
      not_before = excluded.not_before,
      queued_at = case when w.state = 'waiting' and w.starts = 0 and w.attempts = 0 and w.not_before <= now() then w.queued_at end,
      error_code = null, error_message = null, reason = null, finished_at = null`.execute(db)
}
