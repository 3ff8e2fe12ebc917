export { type AssignedCursors, assignCursors, CHANGES_CHANNEL } from './assign-cursors.ts'
export { type CaseRow, findCases, saveCaseKeys } from './cases.ts'
export { recordPuts, recordRemoves, recordReports } from './changes.ts'
export { type ClaimRow, saveClaims } from './claims.ts'
export { type FigureRow, findFigures, getFigures, getSeries, replaceFigures, type SeriesPointRow, saveFigureStatistics } from './figures.ts'
export { getCopies, getFormerVersions } from './get-copies.ts'
export { lockDeduplication } from './lock-deduplication.ts'
export { lockResolution } from './lock-resolution.ts'
export {
  type Columns,
  type Diff,
  endObjects,
  type FactObject,
  getObjects,
  type SavedObject,
  type StoredObject,
  saveObjects,
  type WriteUnder,
} from './objects.ts'
export { getReading, getToldDocument, type SaveReading, saveReading, saveToldDocument } from './readings.ts'
export { type ReportChange, type ReportRow as FactReport, saveEvidence, saveReports } from './reports.ts'
export { findTellings, getTellings, loadComponent, type MatchRow, maybeSame, replaceTellings, saveClusters, saveMatches, type TellingRow } from './tellings.ts'
