import { type EventType, type ExploitationForm, eventTypes, type Measure, type Status } from '@tipwire/domain'
import { countryName } from './names.ts'

export type TitleFacts = Readonly<{
  type: EventType
  status: Status
  measure: Measure | null
  people_low: number | null
  people_text: string | null
  nationalities: readonly string[]
  exploitation: readonly ExploitationForm[]
  country: string | null
  to_country: string | null
}>

const sites: Partial<Record<ExploitationForm, string>> = {
  forced_criminality_online_scam: 'a scam compound',
  forced_criminality_other: 'forced criminality',
  forced_labour: 'forced labour',
  domestic_servitude: 'domestic servitude',
  sexual_exploitation_commercial: 'sexual exploitation',
  sexual_exploitation_online: 'online sexual exploitation',
  child_sexual_exploitation: 'child sexual exploitation',
  forced_marriage: 'forced marriage',
  forced_begging: 'forced begging',
  organ_removal: 'an organ trade',
  forced_recruitment_armed: 'forced recruitment',
  illegal_adoption: 'the sale of children',
  debt_bondage: 'debt bondage',
  child_labour_trafficking: 'child labour',
}

/** A neutral English title made of the facts alone: "14 people (India) released from a scam compound". */
export function titleOf(facts: TitleFacts): string {
  const title = phrases[facts.type]?.(facts) ?? capitalised(eventTypes[facts.type].label)
  return facts.status === 'happened' ? title : `${capitalised(facts.status)}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`
}

const phrases: Partial<Record<EventType, (facts: TitleFacts) => string>> = {
  rescue_release: (facts) => `${people(facts)} released${from(facts)}`,
  escape: (facts) => `${people(facts)} escaped${from(facts)}`,
  victim_identification: (facts) => `${people(facts)} ${facts.measure === 'screened' ? 'screened' : 'identified as victims'}`,
  assistance_shelter: (facts) => `${people(facts)} given assistance`,
  repatriation: (facts) => `${people(facts)} returned ${facts.to_country === null ? 'home' : `to ${countryName(facts.to_country)}`}`,
  deportation: (facts) => `${people(facts)} deported${facts.to_country === null ? '' : ` to ${countryName(facts.to_country)}`}`,
  handover_border: (facts) => `${people(facts)} handed over${facts.to_country === null ? '' : ` to ${countryName(facts.to_country)}`}`,
  raid_search: (facts) => `Raid${about(facts)}`,
  site_closure: (facts) => `Site closed${about(facts)}`,
  arrest_detention: (facts) => `${people(facts)} ${facts.measure === 'detained' ? 'detained' : 'arrested'}${about(facts)}`,
  investigation: (facts) => `Investigation opened${about(facts)}`,
  charge_indictment: (facts) => `${people(facts)} charged${about(facts)}`,
  trial_hearing: (facts) => `Court hearing${about(facts)}`,
  conviction_sentence: (facts) => `${people(facts)} convicted${about(facts)}`,
  acquittal_dismissal: (facts) => `Acquittal${about(facts)}`,
  extradition_transfer: (facts) => `${people(facts)} handed over for justice${facts.to_country === null ? '' : `, to ${countryName(facts.to_country)}`}`,
  asset_seizure: (facts) => `Assets seized${about(facts)}`,
  death_injury: (facts) => `${people(facts)} ${facts.measure === 'injured' ? 'injured' : 'dead'}${about(facts)}`,
  exploitation_reported: (facts) => `${people(facts)} reported as exploited${about(facts)}`,
  missing_trapped_appeal: (facts) => `Appeal for ${lower(people(facts))} held or missing`,
  protest_unrest: (facts) => `Protest${about(facts)}`,
  advisory_warning: ({ country }) => `Warning${country === null ? '' : ` about ${countryName(country)}`}`,
  sanction_designation: ({ people_text }) => `${people_text === null ? 'Targets' : `${capitalised(people_text)} targets`} sanctioned`,
}

function people({ people_text, people_low, nationalities, measure }: TitleFacts): string {
  const whole =
    people_text === null || people_text === '' || measure === null
      ? 'People'
      : `${capitalised(people_text)} ${people_low === 1 && people_text === '1' ? 'person' : 'people'}`
  return nationalities.length === 0 ? whole : `${whole} (${named(nationalities)})`
}

function named(codes: readonly string[]): string {
  const names = codes.map(countryName)
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
}

function from({ exploitation }: TitleFacts): string {
  const site = siteOf(exploitation)
  return site === null ? '' : ` from ${site}`
}

function about({ exploitation }: TitleFacts): string {
  const site = siteOf(exploitation)
  return site === null ? '' : ` (${site})`
}

function siteOf(exploitation: readonly ExploitationForm[]): string | null {
  return exploitation.map((form) => sites[form]).find((site) => site !== undefined) ?? null
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
