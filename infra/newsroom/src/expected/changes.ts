import { incidents } from './incidents.ts'
import { totalOfMay2025 } from './statistics.ts'
import type { ExpectedChange, ExpectedIncident } from './types.ts'

function incidentOf(key: string): ExpectedIncident {
  const incident = incidents.find((candidate) => candidate.key === key)
  if (!incident) throw new Error(`No incident is called ${key}`)
  return incident
}

const bar = incidentOf('karaoke bar')
const barInThreeReports = { ...bar, reports: [...bar.reports, 'newsmash-daily/ranong-reprint'] }

/** What each step of the newsroom changes, in the order of the steps. */
export const changes: readonly ExpectedChange[] = [
  {
    step: 'third report: a reprint',
    incidents: { 'karaoke bar': barInThreeReports },
    reasons: ['new_report'],
  },
  {
    step: 'correction: 15 becomes 14',
    // The two that copied the first version still say 15; whether that is a dispute is left open here.
    incidents: { 'karaoke bar': withoutDispute({ ...barInThreeReports, figures: { rescued: 14, arrested: 1 } }) },
    reasons: ['correction'],
    diff: { incident: 'karaoke bar', field: 'rescued', was: 15, now: 14 },
  },
  {
    step: 'withdrawal: a story is taken back',
    incidents: { 'Poipet, withdrawn later': null },
    reasons: ['withdrawn'],
  },
  {
    step: 'running total: its next point',
    statistics: [totalOfMay2025],
    reasons: ['new_report'],
  },
  {
    step: 'news: a group flies home',
    incidents: {
      'Kenyans fly home': {
        key: 'Kenyans fly home',
        lead_type: 'repatriation',
        country: 'TH',
        place: null,
        date: '2025-03-18',
        date_basis: 'day',
        figures: { repatriated: 31 },
        nationalities: ['KE'],
        reports: ['savannah-wire/31-kenyans-fly-home'],
        independent_sources: 1,
        verification: 'reported',
        maybe_same_as: [],
      },
    },
    reasons: ['new_report'],
  },
]

function withoutDispute({ numbers_disputed: _, ...incident }: ExpectedIncident): ExpectedIncident {
  return incident
}
