import type { Migration } from 'kysely/migration'
import { codesAndRoles } from './0001-codes.ts'
import { pipeline } from './0002-pipeline.ts'
import { facts } from './0003-facts.ts'
import { contractViews } from './0004-contract-views.ts'
import { readingIndexes } from './0005-reading-indexes.ts'
import { hosts } from './0006-hosts.ts'
import { busyHosts } from './0007-busy-hosts.ts'

/** Every migration, in order. A migration that has been released is never edited; a later one changes what it made. */
export const migrations: Record<string, Migration> = {
  '0001-codes': codesAndRoles,
  '0002-pipeline': pipeline,
  '0003-facts': facts,
  '0004-contract-views': contractViews,
  '0005-reading-indexes': readingIndexes,
  '0006-hosts': hosts,
  '0007-busy-hosts': busyHosts,
}
