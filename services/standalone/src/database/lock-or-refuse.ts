import { UsageError } from '@tipwire/domain'
import { holdLock } from '@tipwire/store'

/** The lock that says: one standalone at a time works on this server. Throws UsageError when there is one already. */
export async function lockOrRefuse(connectionString: string, onLost?: () => void): Promise<AsyncDisposable> {
  const lock = await holdLock({ connectionString, name: 'tipwire standalone', ...(onLost ? { onLost } : {}) })
  if (lock) return lock
  throw new UsageError(
    'Tipwire runs on this database already. End the other one first (Ctrl-C where it was started), or choose another directory with TIPWIRE_HOME.',
  )
}
