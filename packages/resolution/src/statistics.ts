import { createHash } from 'node:crypto'
import type { DateBasis, StatisticKind } from '@tipwire/domain'
import { bySortKey } from './cluster.ts'
import { spanOfEdtf } from './dates.ts'
import { distinct, row } from './evidence.ts'
import { bodyKey } from './names.ts'
import { numberText } from './numbers.ts'
import { originOf } from './origins.ts'
import { checkedOf } from './settle.ts'
import type { EvidenceFacts, Figure, ReportFacts, StatisticColumns, StatisticFacts } from './types.ts'

const kinds: Readonly<Record<Figure['statistic']['kind'], StatisticKind>> = {
  cumulative: 'running_total',
  period: 'period_total',
  current: 'current_number',
  estimate: 'current_number',
  planned: 'planned',
}

/** Figures can be one figure only if they share this key: everything but who said it. Totals of a period keep their period. */
export function figureKey({ statistic }: Figure): string {
  const { measure, kind, basis, min, max, nationalities, country, as_of } = statistic
  return [
    measure,
    kinds[kind],
    basis === 'estimate' ? 'estimate' : '',
    min,
    max,
    nationalities.toSorted().join('+'),
    country,
    kind === 'period' ? as_of : '',
  ].join('|')
}

/** A series is one line on a chart: the same producer, measure, population, place and kind. Null when nobody vouches. */
function seriesKey({
  said_by,
  cited_work,
  measure,
  kind,
  basis,
  nationalities,
  country,
}: Omit<StatisticColumns, 'series_key' | 'series_break'>): string | null {
  const producer = said_by === null ? cited_work : bodyKey(said_by)
  return producer === null ? null : [producer, measure, kind, basis === 'estimate' ? 'estimate' : '', nationalities.join('+'), country].join('|')
}

/** A short name for a series key. */
export function seriesId(key: string): string {
  return `ser_${createHash('sha256').update(key).digest('hex').slice(0, 24)}`
}

/**
 * Merges the figures of one figure key: one row for each body that vouches. A figure without a speaker joins the only speaker there is,
 * else it is a row of its own.
 */
export function settleStatistics(figures: readonly Figure[]): StatisticFacts[] {
  const ordered = withoutShownPosts(figures).toSorted(bySortKey)
  const speakers = [...new Set(ordered.map(speakerOf).filter((speaker) => speaker !== ''))]
  const only = speakers.length === 1 ? (speakers[0] as string) : ''
  const groups = Map.groupBy(ordered, (figure) => speakerOf(figure) || only)
  return [...groups.values()].map(settleStatistic)
}

/** A post that is shown inside a document which gives the figure itself is no report beside it. */
function withoutShownPosts(figures: readonly Figure[]): Figure[] {
  const documents = new Set(figures.map(({ document }) => document.document_id))
  return figures.filter(({ document }) => document.parent_document_id === null || !documents.has(document.parent_document_id))
}

function speakerOf({ statistic: { said_by, cited_work } }: Figure): string {
  return said_by != null ? bodyKey(said_by) : (cited_work ?? '')
}

function settleStatistic(figures: readonly Figure[]): StatisticFacts {
  const first = figures[0] as Figure
  const { measure, kind, min, max, nationalities, country } = first.statistic
  const basis = figures.find(({ statistic }) => statistic.basis !== 'unattributed')?.statistic.basis ?? 'unattributed'
  const shown = {
    measure,
    kind: kinds[kind],
    basis,
    value_low: min,
    value_high: max,
    value_text: numberText(first.statistic),
    country,
    nationalities: nationalities.toSorted(),
    said_by: longest(figures.map(({ statistic }) => statistic.said_by ?? null)),
    cited_work: longest(figures.map(({ statistic }) => statistic.cited_work ?? null)),
    ...datesOf(figures),
    checked: checkedOf(figures),
  }
  const columns: StatisticColumns = { ...shown, series_key: seriesKey(shown), series_break: null }
  const reports = reportsOf(figures)
  const times = figures.flatMap(({ document }) => (document.published_at === null ? [] : [new Date(document.published_at).toISOString()])).sort()
  return {
    columns,
    reports,
    independent_sources: new Set(reports.map(({ origin_id }) => origin_id)).size,
    first_reported_at: times[0] ?? null,
    evidence: evidenceOf(figures),
    figure_ids: figures.map(({ figure_id }) => figure_id),
  }
}

function longest(names: readonly (string | null)[]): string | null {
  return names.filter((name) => name !== null).sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? null
}

/** The earliest date that a report gives: later reports of the same figure repeat it. */
function datesOf(figures: readonly Figure[]): { from_date: string | null; to_date: string | null; date_basis: DateBasis } {
  const dated = figures
    .flatMap(({ statistic: { as_of, as_of_basis, kind } }) => {
      const span = spanOfEdtf(as_of)
      return span === null ? [] : [{ span, kind, basis: as_of_basis ?? ('stated' as const) }]
    })
    .sort((a, b) => (a.span.to < b.span.to ? -1 : a.span.to > b.span.to ? 1 : a.basis < b.basis ? -1 : 1))[0]
  if (dated === undefined) return { from_date: null, to_date: null, date_basis: 'unknown' }
  return { from_date: dated.kind === 'period' || dated.span.from !== dated.span.to ? dated.span.from : null, to_date: dated.span.to, date_basis: dated.basis }
}

/** Reports of a figure that one body vouches for rest on that body's statement. */
function reportsOf(figures: readonly Figure[]): ReportFacts[] {
  const byDocument = new Map(figures.map((figure) => [figure.document.document_id, figure]))
  return [...byDocument.values()].map(({ document, statistic }, index) => ({
    document_id: document.document_id,
    role: index === 0 ? 'first' : 'repeats',
    origin_id:
      statistic.said_by != null
        ? `statement of ${bodyKey(statistic.said_by)}`
        : statistic.cited_work != null
          ? `work ${statistic.cited_work}`
          : originOf(document, null),
  }))
}

function evidenceOf(figures: readonly Figure[]): EvidenceFacts[] {
  return distinct(
    figures.flatMap(({ figure_id, document, statistic }) =>
      statistic.evidence.map((words) =>
        row(document, words, {
          claim_id: figure_id,
          claim_kind: 'statistic',
          field: fieldOf(words.role),
          value_text: textOf(words.role, statistic),
          agrees: true,
        }),
      ),
    ),
  )
}

function fieldOf(role: Figure['statistic']['evidence'][number]['role']): string {
  return role === 'date' ? 'to_date' : role === 'place' ? 'country' : role === 'nationality' ? 'nationalities' : role === 'actor' ? 'said_by' : 'value'
}

function textOf(role: Figure['statistic']['evidence'][number]['role'], statistic: Figure['statistic']): string {
  if (role === 'date') return statistic.as_of ?? ''
  if (role === 'place') return statistic.country ?? ''
  if (role === 'nationality') return statistic.nationalities.join(', ')
  return role === 'actor' ? (statistic.said_by ?? statistic.cited_work ?? '') : numberText(statistic)
}

export type SeriesPoint = Readonly<{ id: string; kind: StatisticKind; to_date: string | null; value_low: number | null; value_high: number | null }>

/** The points of one series at which a running total fell: `series_break` is `fell` there. */
export function fallsIn(points: readonly SeriesPoint[]): Set<string> {
  const dated = points
    .filter(({ kind, to_date }) => kind === 'running_total' && to_date !== null)
    .toSorted((a, b) => ((a.to_date ?? '') < (b.to_date ?? '') ? -1 : (a.to_date ?? '') > (b.to_date ?? '') ? 1 : (a.value_low ?? 0) - (b.value_low ?? 0)))
  const fallen = dated.filter((point, index) => {
    const before = dated[index - 1]
    return before !== undefined && before.value_low !== null && (point.value_high ?? point.value_low ?? Number.POSITIVE_INFINITY) < before.value_low
  })
  return new Set(fallen.map(({ id }) => id))
}
