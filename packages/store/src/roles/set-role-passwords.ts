import pg from 'pg'
import { retryShared } from './retry-shared.ts'
import type { RoleName } from './roles.ts'

/**
 * Lets the named roles log in with these passwords. `connectionString` must be of a user that may alter roles.
 * Roles belong to the whole server, so the passwords hold for each of its databases.
 */
export async function setRolePasswords(input: { connectionString: string; passwords: Partial<Record<RoleName, string>> }): Promise<void> {
  const client = new pg.Client({ connectionString: input.connectionString, application_name: 'tipwire setup' })
  await client.connect()
  try {
    for (const [role, password] of Object.entries(input.passwords)) {
      const statement = `alter role ${pg.escapeIdentifier(role)} login password ${pg.escapeLiteral(password)}`
      await retryShared(async () => void (await client.query(statement)))
    }
  } finally {
    await client.end()
  }
}
