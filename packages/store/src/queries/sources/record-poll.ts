import type { SourceState } from '@tipwire/domain'
import { sql } from 'kysely'
import type { Tx } from '../../database.ts'

export type PollRecord = {
  source_id: string
  /** Whether the bytes were fetched and could be read. */
  ok: boolean
  state: SourceState
  /** In plain words which failure it was; null when all is well. */
  state_reason: string | null
  etag: string | null
  last_modified: string | null
  http_status: number | null
  new_items: number
  /** Where redirects led to, when that is not the address itself. */
  resolved_url?: string | null
}

/** Notes how a poll went. Failures in a row are counted; watching begins with the first success. */
export async function recordPoll(tx: Tx, poll: PollRecord): Promise<void> {
  const now = sql<Date>`now()`
  await tx
    .updateTable('pipeline.sources')
    .set((row) => ({
      state: poll.state,
      state_reason: poll.state_reason,
      http_status: poll.http_status,
      last_poll_at: now,
      consecutive_failures: poll.ok ? 0 : row('consecutive_failures', '+', 1),
      ...(poll.resolved_url === undefined ? {} : { resolved_url: poll.resolved_url }),
      ...(poll.ok
        ? { etag: poll.etag, last_modified: poll.last_modified, last_fetch_ok_at: now, watching_since: sql<Date>`coalesce(watching_since, now())` }
        : {}),
      ...(poll.new_items > 0 ? { last_new_content_at: now, rhythm_s: rhythm(poll.source_id) } : {}),
    }))
    .where('source_id', '=', poll.source_id)
    .execute()
}

/** Mean gap in seconds between the newest 20 items of a source; null below three dated items. */
function rhythm(source_id: string) {
  return sql<number | null>`(
    select case when count(*) >= 3 then extract(epoch from max(published_at) - min(published_at))::float8 / (count(*) - 1) end
    from (
      select published_at from pipeline.items where source_id = ${source_id} and published_at <= now() order by published_at desc limit 20
    ) newest)`
}
