import { type EventType, eventTypes, type Family, type Measure } from '@tipwire/domain'

/**
 * What kind of step an event is. Events of one incident are all of one step: an operation, a movement of people, or one step of a case.
 * Different steps never merge; they follow each other.
 */
export type Step = 'operation' | 'handover' | 'movement' | 'charge' | 'trial' | 'sentence'

const steps: Partial<Record<EventType, Step>> = {
  handover_border: 'handover',
  repatriation: 'movement',
  deportation: 'movement',
  extradition_transfer: 'charge',
  charge_indictment: 'charge',
  trial_hearing: 'trial',
  conviction_sentence: 'sentence',
  acquittal_dismissal: 'sentence',
}

export function stepOf(type: EventType): Step {
  return steps[type] ?? 'operation'
}

export function familyOf(type: EventType): Family {
  return eventTypes[type].family
}

/** Families whose happened events make incidents. */
export function makesIncident(type: EventType): boolean {
  return familyOf(type) === 'response' || familyOf(type) === 'justice' || familyOf(type) === 'harm'
}

/** Order in which the types of an incident give it its name; the first that it has is its lead. */
const leads: readonly EventType[] = [
  'rescue_release',
  'escape',
  'repatriation',
  'deportation',
  'conviction_sentence',
  'acquittal_dismissal',
  'extradition_transfer',
  'charge_indictment',
  'handover_border',
  'arrest_detention',
  'raid_search',
  'site_closure',
  'victim_identification',
  'trial_hearing',
  'death_injury',
  'missing_trapped_appeal',
  'protest_unrest',
  'asset_seizure',
  'exploitation_reported',
  'assistance_shelter',
  'investigation',
]

export function leadRank(type: EventType): number {
  const rank = leads.indexOf(type)
  return rank === -1 ? leads.length : rank
}

/** The measures that may be an event's own head count, best first. A measure outside the list goes to `other_numbers`. */
const headMeasures: Partial<Record<EventType, readonly Measure[]>> = {
  rescue_release: ['rescued', 'victims'],
  escape: ['escaped'],
  victim_identification: ['victims', 'screened'],
  assistance_shelter: ['victims', 'rescued'],
  repatriation: ['repatriated'],
  deportation: ['deported'],
  handover_border: ['handed_over'],
  raid_search: ['detained', 'rescued', 'arrested'],
  arrest_detention: ['arrested', 'detained'],
  charge_indictment: ['charged', 'arrested'],
  trial_hearing: ['charged'],
  conviction_sentence: ['convicted'],
  extradition_transfer: ['handed_over', 'arrested'],
  death_injury: ['dead', 'injured'],
  exploitation_reported: ['victims', 'trapped'],
  missing_trapped_appeal: ['missing', 'trapped', 'victims'],
  protest_unrest: ['trapped', 'victims'],
  sanction_designation: ['targets_sanctioned'],
}

export function headMeasuresOf(type: EventType): readonly Measure[] {
  return headMeasures[type] ?? []
}

/** Measures that an incident shows as one number each. */
export const incidentMeasures = ['rescued', 'arrested', 'victims', 'repatriated', 'convicted', 'dead'] as const satisfies readonly Measure[]

/** Is the measure a number of people? */
export function countsPeople(measure: Measure): boolean {
  return measure !== 'sentenced_years' && measure !== 'seized_value' && measure !== 'targets_sanctioned'
}
