/** The group roles, in the order in which they are made: a role may be a member of those before it. */
export const roles = [
  { name: 'tipwire_owner', memberOf: [], settings: {} },
  { name: 'tipwire_reader', memberOf: [], settings: { statement_timeout: '30s', default_transaction_read_only: 'on', search_path: 'tipwire' } },
  {
    name: 'tipwire_analyst',
    memberOf: ['tipwire_reader'],
    settings: { statement_timeout: '30s', default_transaction_read_only: 'on', search_path: 'tipwire' },
  },
  { name: 'tipwire_reviewer', memberOf: ['tipwire_analyst'], settings: { statement_timeout: '30s' } },
  { name: 'tipwire_service', memberOf: ['tipwire_analyst'], settings: {} },
] as const satisfies readonly Role[]

export type Role = { name: string; memberOf: readonly string[]; settings: Readonly<Record<string, string>> }
export type RoleName = (typeof roles)[number]['name']
