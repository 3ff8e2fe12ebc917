import { codeLists, stages } from '@tipwire/domain'
import { factsCodeColumns } from './facts-code-columns.ts'
import type { CodeColumn } from './types.ts'

const pipelineCodeColumns: readonly CodeColumn[] = [
  { table: 'pipeline.work', column: 'stage', allowed: stages },
  { table: 'pipeline.work', column: 'state', allowed: ['waiting', 'done', 'skipped', 'quarantined'] },
  { table: 'pipeline.sources', column: 'kind', list: 'source_kind' },
  { table: 'pipeline.sources', column: 'state', list: 'source_state' },
  { table: 'pipeline.documents', column: 'source_kind', list: 'source_kind' },
  { table: 'pipeline.documents', column: 'duplicate_kind', list: 'duplicate_kind' },
  { table: 'pipeline.documents', column: 'availability', list: 'availability' },
]

/** Every column of codes. Each gets a CHECK made from its list, remade when the list grows. */
export const codeColumns: readonly CodeColumn[] = [...pipelineCodeColumns, ...factsCodeColumns]

export function codesAllowed(column: CodeColumn): readonly string[] {
  return 'list' in column ? Object.keys(codeLists[column.list]) : column.allowed
}
