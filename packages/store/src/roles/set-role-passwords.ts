import pg from 'pg'
import { withClient } from '../with-client.ts'
import { retryShared } from './retry-shared.ts'
import type { RoleName } from './roles.ts'

/**
 * Lets the named roles log in with these passwords. `connectionString` must be of a user that may alter roles.
 * Roles belong to the whole server, so the passwords hold for each of its databases.
 */
export async function setRolePasswords(input: { connectionString: string; passwords: Partial<Record<RoleName, string>> }): Promise<void> {
  await withClient(input.connectionString, async (client) => {
    for (const [role, password] of Object.entries(input.passwords)) {
      const statement = `alter role ${pg.escapeIdentifier(role)} login password ${pg.escapeLiteral(password)}`
      await retryShared(async () => void (await client.query(statement)))
    }
  })
}
