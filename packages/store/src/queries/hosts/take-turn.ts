import { sql } from 'kysely'
import type { Db } from '../../database.ts'

/** Granted, or how long to wait before asking again. */
export type Turn = Readonly<{ granted: true } | { granted: false; wait_ms: number }>

export type TakeTurn = Readonly<{
  host: string
  /** Least time between the starts of two requests; 0: no pace, only times at which the host is closed count. */
  every_ms: number
  /** The longest that the request can take; until then, or until `endTurn`, nobody else is let in. */
  busy_ms: number
  /** Asks again as soon as the host is free, instead of at the end of the line. */
  front?: boolean
}>

/**
 * Asks for one request to a host, on behalf of all processes. Never waits: whoever comes too early is told when to come back. They are sent one after the
 * other, so that a hundred pages of one host don't all come back for the same turn; a place in the line is a good time to ask, not a promise.
 */
export async function takeTurn(db: Db, turn: TakeTurn): Promise<Turn> {
  if (turn.every_ms === 0) return isOpen(db, turn.host)
  // A host that we meet for the first time has no row; of several that make it one at a time succeeds, and the others find it.
  return (await askRow(db, turn)) ?? (await makeRow(db, turn)) ?? (await askRow(db, turn)) ?? { granted: false, wait_ms: turn.every_ms }
}

async function isOpen(db: Db, host: string): Promise<Turn> {
  const { rows } = await sql<{ wait_ms: number }>`
    select ceil(extract(epoch from next_at - now()) * 1000)::float8 as wait_ms from pipeline.hosts where host = ${host} and next_at > now()`.execute(db)
  return rows[0] ? { granted: false, wait_ms: rows[0].wait_ms } : { granted: true }
}

/** Null when there is no row, or somebody else holds it this very moment. */
async function askRow(db: Db, { host, every_ms, busy_ms, front = false }: TakeTurn): Promise<Turn | null> {
  const every = milliseconds(every_ms)
  const { rows } = await sql<{ granted: boolean; wait_ms: number }>`
    with held as (
      select host, next_at, clock_timestamp() as at, next_at <= clock_timestamp() and busy_until <= clock_timestamp() as is_free,
        -- A tenth more than the pace, because jobs come back a little late; at most an hour behind the first.
        least(greatest(line_ends_at, next_at, clock_timestamp()) + 1.1 * ${every}, greatest(next_at, clock_timestamp()) + interval '1 hour') as place
      from pipeline.hosts where host = ${host} for update skip locked
    )
    update pipeline.hosts h set
      next_at = case when held.is_free then held.at + ${every} else held.next_at end,
      busy_until = case when held.is_free then held.at + ${milliseconds(busy_ms)} else h.busy_until end,
      line_ends_at = case when held.is_free or ${front} then h.line_ends_at else held.place end
    from held where h.host = held.host
    returning held.is_free as granted,
      ceil(extract(epoch from (case when ${front} then greatest(held.next_at, held.at + ${every}) else held.place end) - held.at) * 1000)::float8 as wait_ms`.execute(
    db,
  )
  const [row] = rows
  if (!row) return null
  return row.granted ? { granted: true } : { granted: false, wait_ms: row.wait_ms }
}

async function makeRow(db: Db, { host, every_ms, busy_ms }: TakeTurn): Promise<Turn | null> {
  const { rows } = await sql`
    insert into pipeline.hosts (host, next_at, busy_until) values (${host}, now() + ${milliseconds(every_ms)}, now() + ${milliseconds(busy_ms)}) on conflict do nothing returning host`.execute(
    db,
  )
  return rows.length > 0 ? { granted: true } : null
}

function milliseconds(count: number) {
  return sql`${count} * interval '1 millisecond'`
}
