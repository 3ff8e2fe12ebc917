import { Kysely, PostgresDialect } from 'kysely'
import { createPool, type StoreOptions } from './create-pool.ts'
import type { Database, Tx } from './database.ts'

export type Store = AsyncDisposable & {
  db: Kysely<Database>
  /** Runs `work` in one transaction: all of its writes stand or none does. Its result is that of `work`. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** A pool of connections and a typed query builder over it. Connections open when first used; a lost one is replaced. */
export function openStore(options: StoreOptions): Store {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: createPool(options) }) })
  const close = once(() => db.destroy())
  return { db, transaction: (work) => db.transaction().execute(work), close, [Symbol.asyncDispose]: close }
}

function once(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= act()
    return running
  }
}
