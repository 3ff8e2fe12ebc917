import type { CodeColumn } from './types.ts'

const place: readonly CodeColumn[] = (['facts.incidents', 'facts.events'] as const).flatMap((table) => [
  { table, column: 'timeline_basis', list: 'timeline_basis' },
  { table, column: 'place_precision', list: 'place_precision' },
  { table, column: 'exploitation', list: 'exploitation', array: true },
  { table, column: 'verification', list: 'verification' },
  { table, column: 'checked', list: 'checked' },
])

/** The columns of codes in schema `facts`. */
export const factsCodeColumns: readonly CodeColumn[] = [
  ...place,
  { table: 'facts.incidents', column: 'lead_type', list: 'event_type' },
  { table: 'facts.events', column: 'type', list: 'event_type' },
  { table: 'facts.events', column: 'family', list: 'family' },
  { table: 'facts.events', column: 'status', list: 'status' },
  { table: 'facts.events', column: 'measure', list: 'measure' },
  { table: 'facts.statistics', column: 'measure', list: 'measure' },
  { table: 'facts.statistics', column: 'kind', list: 'statistic_kind' },
  { table: 'facts.statistics', column: 'basis', list: 'basis' },
  { table: 'facts.statistics', column: 'date_basis', list: 'date_basis' },
  { table: 'facts.statistics', column: 'series_break', list: 'series_break' },
  { table: 'facts.statistics', column: 'checked', list: 'checked' },
  { table: 'facts.reports', column: 'role', list: 'report_role' },
  { table: 'facts.evidence', column: 'part', list: 'evidence_part' },
  { table: 'facts.changes', column: 'reason', list: 'change_reason' },
  { table: 'facts.incident_versions', column: 'cause', list: 'change_reason' },
  { table: 'facts.event_versions', column: 'cause', list: 'change_reason' },
  { table: 'facts.statistic_versions', column: 'cause', list: 'change_reason' },
]
