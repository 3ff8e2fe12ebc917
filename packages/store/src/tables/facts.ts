import type { ColumnType, Generated } from 'kysely'

type Instant = ColumnType<Date, Date | string | undefined, Date | string>
/** jsonb: written as text. */
type Json<T = unknown> = ColumnType<T, string, string>

type Versions = { version: number; cause: string; diff: Json; row: Json | null; commit_id: number; run_id: string; at: Instant }

/** Tables of the layers above the document. Columns of incidents, events and statistics are those of the views; they are written as records. */
export interface FactsTables {
  'facts.readings': { document_id: string; reader_version: string; reading: Json; run_id: string; read_at: Instant }
  'facts.told_documents': { document_id: string; headline: string; agency: string | null }
  'facts.claims': {
    claim_id: string
    document_id: string
    kind: string
    value: Json
    spans: Json
    decision_id: string | null
    active: Generated<boolean>
    run_id: string
  }
  'facts.tellings': {
    telling_id: string
    document_id: string
    telling: Json
    active: Generated<boolean>
    cluster_id: string | null
    event_ids: Json<Record<string, string>>
    run_id: string
  }
  'facts.telling_keys': { key: string; telling_id: string }
  'facts.matches': { a: string; b: string; verdict: 'same' | 'maybe'; score: number; reasons: string[] }
  'facts.figures': {
    figure_id: string
    document_id: string
    figure_key: string
    figure: Json
    active: Generated<boolean>
    statistic_id: string | null
    run_id: string
  }
  'facts.case_keys': { key: string; incident_id: string }
  'facts.reports': { document_id: string; event_id: string | null; statistic_id: string | null; role: string; origin_id: string }
  'facts.incident_versions': Versions & { incident_id: string }
  'facts.event_versions': Versions & { event_id: string }
  'facts.statistic_versions': Versions & { statistic_id: string }
}
