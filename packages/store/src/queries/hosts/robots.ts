import { sql } from 'kysely'
import type { Db } from '../../database.ts'
import { storable } from '../storable.ts'

/** A host's robots.txt as it was last asked for. `robots` null: it could not be had. `status` null: no answer at all. */
export type Robots = Readonly<{ robots: string | null; status: number | null; age_ms: number }>

/** What is known of a host's robots.txt; null when nobody has ever asked for it. */
export async function getRobots(db: Db, host: string): Promise<Robots | null> {
  const { rows } = await sql<Robots>`
    select robots, robots_status as status, (extract(epoch from now() - robots_fetched_at) * 1000)::float8 as age_ms
    from pipeline.hosts where host = ${host} and robots_fetched_at is not null`.execute(db)
  return rows[0] ?? null
}

/** Notes what a host's robots.txt says, for all processes. */
export async function saveRobots(db: Db, input: { host: string; robots: string | null; status: number | null }): Promise<void> {
  const robots = input.robots === null ? null : storable(input.robots)
  const saved = { robots, robots_status: input.status, robots_fetched_at: sql<Date>`now()` }
  await db
    .insertInto('pipeline.hosts')
    .values({ host: input.host, ...saved })
    .onConflict((conflict) => conflict.column('host').doUpdateSet(saved))
    .execute()
}
