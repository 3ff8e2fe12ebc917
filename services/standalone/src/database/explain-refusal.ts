import { UsageError } from '@tipwire/domain'
import { hideSecrets } from '@tipwire/runtime'

const causes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there; is PostgreSQL running?',
  ENOTFOUND: 'there is no host of that name.',
  EAI_AGAIN: 'the host name cannot be resolved just now.',
  ETIMEDOUT: 'nothing answers in time.',
  EHOSTUNREACH: 'the host cannot be reached.',
  '28P01': 'the password is refused.',
  '28000': 'this user may not come in.',
  '3D000': 'there is no such database; make it with createdb.',
  '42501': 'this user may not make schemas and roles; Tipwire needs that at its first start.',
}

/** A database of the person's own that does not let us in: what is wrong with DATABASE_URL, in one line. Other errors stay as they are. */
export async function explainRefusal<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const cause = causes[code]
    throw cause === undefined ? error : new UsageError(`DATABASE_URL (${hideSecrets(url)}): ${cause}`, { cause: error })
  }
}
