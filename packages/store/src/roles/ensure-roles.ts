import type pg from 'pg'
import { retryShared } from './retry-shared.ts'
import { type Role, roles } from './roles.ts'

/** Makes the roles that are missing, their memberships and settings. Changes nothing when all is in place. */
export async function ensureRoles(client: pg.Client): Promise<void> {
  for (const role of roles) await ensureRole(client, role)
  await actAs(client, 'tipwire_owner')
  await actAs(client, 'tipwire_service')
}

async function ensureRole(client: pg.Client, role: Role): Promise<void> {
  await unless(client, 'select 1 from pg_roles where rolname = $1', [role.name], `create role ${role.name} nologin`)
  for (const group of role.memberOf) {
    const member = `select 1 from pg_auth_members m join pg_roles g on g.oid = m.roleid join pg_roles r on r.oid = m.member where g.rolname = $1 and r.rolname = $2`
    await unless(client, member, [group, role.name], `grant ${group} to ${role.name}`)
  }
  for (const [name, value] of Object.entries(role.settings)) {
    const set = `select 1 from pg_db_role_setting s join pg_roles r on r.oid = s.setrole where r.rolname = $1 and s.setdatabase = 0 and $2 = any(s.setconfig)`
    await unless(client, set, [role.name, `${name}=${value}`], `alter role ${role.name} set ${name} = '${value}'`)
  }
}

/** A migrating user that is no superuser must be able to act as the owner, and to give the service its schema. */
async function actAs(client: pg.Client, role: 'tipwire_owner' | 'tipwire_service'): Promise<void> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`)
  // From version 16 on, whoever made a role is its member, but may not act as it without a grant.
  const right = Number(rows[0]?.version) >= 160_000 ? 'set' : 'member'
  await unless(client, 'select 1 where pg_has_role(current_user, $1, $2)', [role, right], `grant ${role} to current_user`)
}

function unless(client: pg.Client, check: string, values: string[], statement: string): Promise<void> {
  return retryShared(async () => {
    const found = await client.query(check, values)
    if (found.rowCount === 0) await client.query(statement)
  })
}
