import { newId } from '@tipwire/domain'
import { assignIds, type Figure, fallsIn, figureKey, type StatisticFacts, seriesId, settleStatistics } from '@tipwire/resolution'
import {
  type Columns,
  endObjects,
  type FigureRow,
  findFigures,
  getFigures,
  getSeries,
  recordPuts,
  recordRemoves,
  recordReports,
  replaceFigures,
  type SavedObject,
  type SeriesPointRow,
  saveEvidence,
  saveFigureStatistics,
  saveObjects,
  saveReports,
  type Tx,
  type WriteUnder,
} from '@tipwire/store'

export type ResolveFigures = { document_ids: readonly string[]; figures: readonly Figure[]; under: WriteUnder }

/** Puts a document's figures in the place of its former ones, and settles every statistic that either touches. */
export async function resolveFigures(tx: Tx, { document_ids, figures, under }: ResolveFigures): Promise<void> {
  const former = await getFigures<Figure>(tx, { document_ids })
  if (former.length === 0 && figures.length === 0) return
  const keys = [...new Set([...former.map(({ figure_key }) => figure_key), ...figures.map(figureKey)])]
  const before = [...former, ...(await findFigures<Figure>(tx, { keys }))]
  await replaceFigures(tx, { document_ids, figures: figures.map((figure) => asRow(figure, former)), run_id: under.run_id })
  const rows = await findFigures<Figure>(tx, { keys })
  const statistics = [...Map.groupBy(rows, ({ figure_key }) => figure_key).values()].flatMap((group) => settleStatistics(group.map(({ figure }) => figure)))
  const had = new Map(rows.map(({ figure, statistic_id }) => [figure.figure_id, statistic_id]))
  const ids = assignIds(
    statistics.map(({ figure_ids }) => figure_ids.map((id) => had.get(id))),
    () => newId('sta'),
  )
  await saveFigureStatistics(
    tx,
    statistics.flatMap(({ figure_ids }, index) => figure_ids.map((figure_id) => ({ figure_id, statistic_id: ids[index] as string }))),
  )
  await write(tx, { statistics: new Map(statistics.map((statistic, index) => [ids[index] as string, statistic])), before, under })
}

/** A figure takes over the statistic of the one that it replaces: the same key, or the only former one of its measure and kind (a corrected value). */
function asRow(figure: Figure, former: readonly FigureRow<Figure>[]) {
  const key = figureKey(figure)
  const alike = former.filter((old) => old.figure.statistic.measure === figure.statistic.measure && old.figure.statistic.kind === figure.statistic.kind)
  const heir = former.find(({ figure_key }) => figure_key === key) ?? (alike.length === 1 ? alike[0] : undefined)
  return { figure_id: figure.figure_id, document_id: figure.document.document_id, figure_key: key, figure, statistic_id: heir?.statistic_id ?? null }
}

type Write = { statistics: ReadonlyMap<string, StatisticFacts>; before: readonly FigureRow<Figure>[]; under: WriteUnder }

async function write(tx: Tx, { statistics, before, under }: Write): Promise<void> {
  const saved = await saveObjects(tx, { object: 'statistic', rows: [...statistics].map(([id, facts]) => ({ id, columns: columnsOf(facts) })), under })
  const ends = endsOf(statistics, before)
  const none = [...ends.keys()].map((id) => [id, []] as const)
  await saveEvidence(tx, { subject: 'statistic', evidence: new Map([...none, ...[...statistics].map(([id, { evidence }]) => [id, evidence] as const)]) })
  const reports = await saveReports(tx, {
    subject: 'statistic',
    reports: new Map([...none, ...[...statistics].map(([id, { reports }]) => [id, reports] as const)]),
  })
  const ended = await endObjects(tx, { object: 'statistic', ends: [...ends].map(([id, replaced_by]) => ({ id, replaced_by })), under })
  const broken = await markFalls(tx, { ids: [...statistics.keys(), ...ends.keys()], under })
  await recordRemoves(tx, { object: 'statistic', ended, replaced_by: ends, under })
  await recordPuts(tx, { object: 'statistic', saved: lastOfEach([...saved, ...broken]), under })
  await recordReports(tx, { changes: reports, under })
}

function columnsOf({ columns: { series_key, series_break: _, ...columns }, reports, independent_sources, first_reported_at }: StatisticFacts): Columns {
  return {
    ...columns,
    series_id: series_key === null ? null : seriesId(series_key),
    reports: reports.length,
    independent_sources,
    first_reported_at: first_reported_at ?? new Date().toISOString(),
  }
}

function endsOf(statistics: ReadonlyMap<string, StatisticFacts>, before: readonly FigureRow<Figure>[]): Map<string, string[]> {
  const now = new Map([...statistics].flatMap(([id, { figure_ids }]) => figure_ids.map((figure_id) => [figure_id, id] as const)))
  const ends = new Map<string, string[]>()
  for (const { figure, statistic_id } of before) {
    if (statistic_id === null || statistics.has(statistic_id)) continue
    const successor = now.get(figure.figure_id)
    const known = ends.get(statistic_id) ?? []
    ends.set(statistic_id, successor === undefined || known.includes(successor) ? known : [...known, successor].sort())
  }
  return ends
}

/** Marks where running totals fell, in every series that is touched. */
async function markFalls(tx: Tx, { ids, under }: { ids: readonly string[]; under: WriteUnder }): Promise<SavedObject[]> {
  const points = await getSeries(tx, { statistic_ids: ids })
  const fallen = new Set([...Map.groupBy(points, ({ series_id }) => series_id).values()].flatMap((series) => [...fallsIn(series)]))
  const changed = points.filter(({ id, series_break }) => (fallen.has(id) ? 'fell' : null) !== (series_break === 'fell' ? 'fell' : null))
  return saveObjects(tx, {
    object: 'statistic',
    rows: changed.map(({ id }: SeriesPointRow) => ({ id, columns: { series_break: fallen.has(id) ? 'fell' : null } })),
    under,
  })
}

function lastOfEach(saved: readonly SavedObject[]): SavedObject[] {
  const byId = Map.groupBy(saved, ({ id }) => id)
  return [...byId.values()].map((steps) => ({ ...(steps.at(-1) as SavedObject), diff: Object.assign({}, ...steps.map(({ diff }) => diff)) }))
}
