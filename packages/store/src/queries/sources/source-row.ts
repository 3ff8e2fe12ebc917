import type { SourceSpec } from '@tipwire/domain'
import type { Selectable } from 'kysely'
import type { SourcesTable } from '../../tables/sources.ts'

/** A source as it is stored: the operator's description and how it fares. */
export type Source = Selectable<SourcesTable>

/** The operator's description of a stored source, as it would be written into a source file. */
export function specOf(source: Source): SourceSpec {
  const { name, url, kind, adapter, country, tz, lang, actor, poll_every_s, retention_days, selectors, allow_private_address } = source
  return { name, url, kind, adapter, country, tz, lang, actor, poll_every_s, retention_days, selectors, allow_private_address }
}
