import type { Kysely, Transaction } from 'kysely'
import type { CodeTables } from './tables/codes.ts'
import type { DocumentTables } from './tables/documents.ts'
import type { FactsTables } from './tables/facts.ts'
import type { HostTables } from './tables/hosts.ts'
import type { RunTables } from './tables/runs.ts'
import type { SourceTables } from './tables/sources.ts'
import type { WorkTables } from './tables/work.ts'

/** Every table and view by `schema.name`; each area has a file in `tables/`. */
export interface Database extends CodeTables, RunTables, WorkTables, SourceTables, DocumentTables, FactsTables, HostTables {}

/** What a verb takes: the pool, or a transaction that it shall be part of. */
export type Db = Kysely<Database> | Transaction<Database>
/** What a verb takes that must be part of a transaction. */
export type Tx = Transaction<Database>
