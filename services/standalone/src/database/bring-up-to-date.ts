import { UsageError } from '@tipwire/domain'
import { migrate } from '@tipwire/store'

/** Brings a database to this version's schema. Throws UsageError when a newer Tipwire has worked on it. */
export async function bringUpToDate(connectionString: string): Promise<void> {
  try {
    await migrate({ connectionString })
  } catch (error) {
    // Kysely's words for steps that the database has taken and this version does not know.
    if (!(error instanceof Error) || !error.message.startsWith('corrupted migrations')) throw error
    const what = 'A newer Tipwire has worked on this database. Update this one ("git pull"), or choose another directory with TIPWIRE_HOME.'
    throw new UsageError(what, { cause: error })
  }
}
