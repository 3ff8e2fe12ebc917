import type { ExpectedLooseEvent } from './types.ts'

/** Events that belong to no incident. Others of this kind (a hearing to come, a screening to come) may stand beside them. */
export const looseEvents: readonly ExpectedLooseEvent[] = [
  {
    key: 'return of the 14 Indians, planned',
    type: 'repatriation',
    status: 'planned',
    country: 'KH',
    reports: ['deccan-ledger/14-indians-freed-cambodia', 'india-in-cambodia/14-released', 'mekong-courier/fourteen-indians-released'],
  },
  {
    key: 'warning to Indians about jobs in Cambodia',
    type: 'advisory_warning',
    status: 'happened',
    country: 'KH',
    reports: ['deccan-ledger/14-indians-freed-cambodia', 'india-in-cambodia/total-july-2024'],
  },
  {
    key: 'warning to Sri Lankans about jobs in Myanmar',
    type: 'advisory_warning',
    status: 'happened',
    country: 'MM',
    reports: ['sri-lanka-in-bangkok/advisory-jobs-2025'],
  },
  {
    key: 'bill on scam hubs',
    type: 'law_policy_change',
    status: 'happened',
    country: 'PH',
    reports: ['manila-bay-standard/house-passes-scam-hub-bill'],
  },
  {
    key: 'British sanctions',
    type: 'sanction_designation',
    status: 'happened',
    country: 'GB',
    reports: ['continental-brief/uk-sanctions-nine'],
  },
]
