export { assignIds } from './assign-ids.ts'
export { blockingKeys } from './blocking.ts'
export { clusterTellings, type Match, matchesAmong, matchOf } from './cluster.ts'
export { compare } from './compare.ts'
export { countable } from './countable.ts'
export { type Grouped, type GroupInput, groupDocuments } from './group.ts'
export { type CaseNode, canFollow, caseKeys, linkIncidents } from './link.ts'
export { agencyCredit } from './origins.ts'
export { inherit, type NewIds, type ResolvedCluster, resolveTellings, type StoredTelling } from './resolve-tellings.ts'
export { type SettledCluster, settle } from './settle.ts'
export { fallsIn, figureKey, type SeriesPoint, seriesId, settleStatistics } from './statistics.ts'
export { claimsOf, figuresOf, tell } from './tell.ts'
export type {
  CaseFacts,
  Comparison,
  EventColumns,
  EventFacts,
  EvidenceFacts,
  Figure,
  IncidentColumns,
  IncidentFacts,
  ReportFacts,
  StatisticColumns,
  StatisticFacts,
  Telling,
  TellingDocument,
} from './types.ts'
