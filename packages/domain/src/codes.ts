/**
 * Every code of Tipwire with its English label and one-line definition. This is the one data file:
 * SQL comments, JSON schemas, CSV headers and pages are made from it.
 * Sources: the event taxonomy and its families are our own (mapped to PLOVER elsewhere); exploitation forms are our own,
 * mapped to HTCDS 2.0 (IOM) and CTDC; verification is our four-line rule.
 */
export type CodeEntry = Readonly<{ label: string; definition: string }>
type CodeList = Readonly<Record<string, CodeEntry>>

const c = (label: string, definition: string): CodeEntry => ({ label, definition })

export const families = {
  response: c('Response', 'Help reaches people: rescue, escape, care, return.'),
  justice: c('Justice', 'Authorities act against suspects or sites.'),
  harm: c('Harm', 'People are exploited, held, hurt or missing.'),
  policy: c('Policy', 'States and bodies warn, sanction, regulate, agree or pay.'),
  information: c('Information', 'Figures are published or positions stated.'),
} as const satisfies CodeList

export const eventTypes = {
  rescue_release: { family: 'response', ...c('rescue', 'People leave exploitation through the action of others.') },
  escape: { family: 'response', ...c('escape', 'People get out of exploitation by themselves.') },
  victim_identification: { family: 'response', ...c('victim identification', 'A competent body screens or recognises victims.') },
  assistance_shelter: { family: 'response', ...c('assistance', 'Care, shelter, medical or legal aid is given.') },
  repatriation: { family: 'response', ...c('repatriation', 'People return to their country of origin, by themselves or with help.') },
  deportation: { family: 'response', ...c('deportation', 'A state removes people by force.') },
  handover_border: { family: 'response', ...c('handover', 'Authorities pass people to those of another state.') },
  raid_search: { family: 'justice', ...c('raid', 'Authorities enter or search a site.') },
  site_closure: { family: 'justice', ...c('site closure', 'A site is closed, demolished or cut off.') },
  arrest_detention: { family: 'justice', ...c('arrest', 'Suspects, or people whose role is open, are held.') },
  investigation: { family: 'justice', ...c('investigation', 'An inquiry is opened, widened or reported.') },
  charge_indictment: { family: 'justice', ...c('charge', 'Somebody is formally accused.') },
  trial_hearing: { family: 'justice', ...c('hearing', 'A step of a court case takes place.') },
  conviction_sentence: { family: 'justice', ...c('conviction', 'Guilt or a sentence is decided.') },
  acquittal_dismissal: { family: 'justice', ...c('acquittal', 'Charges fail or are dropped.') },
  extradition_transfer: { family: 'justice', ...c('extradition', 'A suspect is moved to another state for justice.') },
  asset_seizure: { family: 'justice', ...c('asset seizure', 'Money or goods are frozen, seized or forfeited.') },
  death_injury: { family: 'harm', ...c('death or injury', 'A victim or worker dies or is hurt.') },
  exploitation_reported: { family: 'harm', ...c('exploitation reported', 'A concrete recruitment, sale, transport or exploitation is reported.') },
  missing_trapped_appeal: { family: 'harm', ...c('appeal for help', 'Families, victims or others ask for help for people held or missing.') },
  protest_unrest: { family: 'harm', ...c('protest', 'Captives or families protest or riot.') },
  advisory_warning: { family: 'policy', ...c('warning', 'An authority warns the public.') },
  sanction_designation: { family: 'policy', ...c('sanction', 'Persons or entities are sanctioned or listed.') },
  law_policy_change: { family: 'policy', ...c('law or policy change', 'A bill, decree, plan, task force or visa rule is made or changed.') },
  agreement_cooperation: { family: 'policy', ...c('agreement', 'States or bodies agree to work together.') },
  funding_programme: { family: 'policy', ...c('funding', 'Money or a programme is launched, promised or cut.') },
  report_statistics: { family: 'information', ...c('report', 'Figures, a ranking or a study are published.') },
  statement_denial: { family: 'information', ...c('denial', 'A body denies, rejects or disputes something.') },
} as const satisfies Readonly<Record<string, CodeEntry & { family: keyof typeof families }>>

export const statuses = {
  happened: c('happened', 'Told as having taken place.'),
  planned: c('planned', 'Told as coming: will, awaiting, formalities under way.'),
  alleged: c('alleged', 'Told as a claim that nobody has settled.'),
  denied: c('denied', 'Told as not having taken place.'),
} as const satisfies CodeList

export const measures = {
  rescued: c('rescued', 'People freed, released or saved by others.'),
  escaped: c('escaped', 'People who got out by themselves.'),
  repatriated: c('repatriated', 'People returned to their country.'),
  deported: c('deported', 'People removed by a state.'),
  arrested: c('arrested', 'People held as suspects.'),
  detained: c('detained', 'People held whose role is unclear.'),
  charged: c('charged', 'People formally accused.'),
  convicted: c('convicted', 'People found guilty.'),
  sentenced_years: c('years of prison', 'Length of a prison sentence, in years.'),
  victims: c('victims', 'People trafficked, identified, exploited or assisted.'),
  trapped: c('trapped', 'People held or stuck in exploitation.'),
  missing: c('missing', 'People whose whereabouts are unknown.'),
  dead: c('dead', 'People who died.'),
  injured: c('injured', 'People who were hurt.'),
  screened: c('screened', 'People examined for signs of trafficking.'),
  seized_value: c('seized value', 'Value of money or goods seized, in `unit` (ISO 4217).'),
  targets_sanctioned: c('targets sanctioned', 'Persons or entities sanctioned.'),
  handed_over: c('handed over', 'People passed from one authority to another.'),
} as const satisfies CodeList

export const qualifiers = {
  exact: c('exactly', 'The number as it stands; min = max.'),
  more_than: c('more than', 'Strictly above min; max is open.'),
  at_least: c('at least', 'min or more; max is open.'),
  about: c('about', 'Near the value; min = max = value.'),
  up_to: c('up to', 'max or fewer; min is open.'),
  range: c('between', 'From min to max.'),
  dozens: c('dozens', '24 to 99, by published rule.'),
  hundreds: c('hundreds', '200 to 999, by published rule.'),
  thousands: c('thousands', '2000 to 9999, by published rule.'),
} as const satisfies CodeList

/** Kinds of a figure as readings and labels write them (flat, short). The store keeps kind and basis apart. */
export const figureKinds = {
  cumulative: c('running total', 'A total so far: since a start, up to the statement.'),
  period: c('total of a period', 'A total of a closed period.'),
  current: c('current number', 'How many are held or stuck now.'),
  estimate: c('estimate', 'An estimate that somebody made, of whatever kind.'),
  planned: c('planned', 'How many are to be moved or helped.'),
} as const satisfies CodeList

export const statisticKinds = {
  running_total: c('running total', 'A total so far: since a start, up to the statement. Never added to events.'),
  period_total: c('total of a period', 'A total of a closed period.'),
  current_number: c('current number', 'How many are held or stuck at one time.'),
  planned: c('planned', 'How many are to be moved or helped.'),
} as const satisfies CodeList

export const bases = {
  official: c('official', 'A responsible body gives the figure.'),
  estimate: c('estimate', 'Somebody estimates the figure.'),
  unattributed: c('unattributed', 'Nobody is named for the figure.'),
} as const satisfies CodeList

export const exploitationForms = {
  forced_criminality_online_scam: c('forced online scamming', 'People are made to run online scams.'),
  forced_criminality_other: c('other forced criminality', 'People are made to commit other crimes.'),
  forced_labour: c('forced labour', 'Work under threat, without free choice.'),
  domestic_servitude: c('domestic servitude', 'Work in a household, without free choice.'),
  sexual_exploitation_commercial: c('commercial sexual exploitation', 'Prostitution or other paid sexual exploitation.'),
  sexual_exploitation_online: c('online sexual exploitation', 'Sexual exploitation through streams or pictures.'),
  child_sexual_exploitation: c('child sexual exploitation', 'Sexual exploitation of people under 18.'),
  forced_marriage: c('forced marriage', 'Marriage without consent, or sale as a spouse.'),
  forced_begging: c('forced begging', 'People are made to beg.'),
  organ_removal: c('organ removal', 'Organs are taken or to be taken.'),
  forced_recruitment_armed: c('forced recruitment by armed groups', 'People are made to fight or serve armed groups.'),
  illegal_adoption: c('illegal adoption', 'Children are sold or adopted against the law.'),
  surrogacy: c('exploitative surrogacy', 'People are made to bear children for others.'),
  debt_bondage: c('debt bondage', 'People are held by a debt.'),
  child_labour_trafficking: c('child labour', 'Children are moved or held for labour.'),
  unspecified: c('unspecified', 'Exploitation whose form is not stated.'),
} as const satisfies CodeList

export const actorRoles = {
  rescuer: c('rescuer', 'Frees people or leads the operation.'),
  assisting: c('assisting', 'A body that helped.'),
  announcer: c('announcer', 'Makes it known.'),
  carer: c('carer', 'Gives care or shelter.'),
  referrer: c('referrer', 'Identifies or refers people.'),
  arresting: c('arresting', 'Arrests, searches or investigates.'),
  charging: c('charging', 'Accuses formally.'),
  sentencing: c('court', 'Hears or decides a case.'),
  sanctioning: c('sanctioning', 'Imposes sanctions.'),
  destination_state: c('destination state', 'The state that people go to.'),
  origin_state: c('state of origin', 'The state that people come from.'),
  advising: c('advising', 'Warns the public.'),
  funder: c('funder', 'Pays.'),
} as const satisfies CodeList

export const verifications = {
  reported: c('reported', 'One origin tells it.'),
  corroborated: c('corroborated', 'Two or more independent origins tell it.'),
  official: c('official', 'A responsible body said it itself.'),
  disputed: c('disputed', 'A body denies it.'),
} as const satisfies CodeList

export const checkedStates = {
  not_checked: c('not checked', 'No person has looked at it.'),
  needs_check: c('needs a check', 'A person should look at it.'),
  checked: c('checked', 'A person has checked it.'),
} as const satisfies CodeList

export const placePrecisions = {
  site: c('site', 'A named site.'),
  town: c('town', 'A town or village.'),
  admin1: c('province', 'A province or state.'),
  country: c('country', 'Only the country is known.'),
  unknown: c('unknown', 'No place is known.'),
} as const satisfies CodeList

export const timelineBases = {
  day: c('day', 'The day is stated.'),
  period: c('period', 'The middle of a known span.'),
  announced: c('announced', 'The day when a body first said so.'),
  first_reported: c('first reported', 'The day of the first report.'),
} as const satisfies CodeList

export const dateBases = {
  stated: c('stated', 'The text gives the date.'),
  statement_date: c('statement date', 'The date of the statement that gives the figure.'),
  publication_date: c('publication date', 'The date of the report.'),
  cited_work: c('cited work', 'The date of the work that is cited.'),
  unknown: c('unknown', 'No date is known.'),
} as const satisfies CodeList

export const seriesBreaks = {
  fell: c('fell', 'A running total became smaller: a new definition or an error.'),
  redefined: c('redefined', 'What is counted has changed.'),
  not_comparable: c('not comparable', 'Not comparable with the point before.'),
} as const satisfies CodeList

export const sourceKinds = {
  rss_news: c('news', 'A newspaper, station or news site.'),
  official_gov: c('government', 'A government body.'),
  embassy: c('embassy', 'An embassy or consulate.'),
  police: c('police', 'A police body.'),
  court: c('court', 'A court or prosecution.'),
  ngo: c('NGO', 'A non-governmental organisation.'),
  igo: c('IGO', 'An intergovernmental organisation.'),
  social_account: c('social account', 'An account that is no official body.'),
} as const satisfies CodeList

export const reportRoles = {
  first: c('first', 'The first report of it.'),
  repeats: c('repeats', 'Tells what was known.'),
  adds: c('adds', 'Tells something new.'),
  updates: c('updates', 'Brings a later state.'),
  corrects: c('corrects', 'Corrects what was told.'),
  denies: c('denies', 'Denies it.'),
} as const satisfies CodeList

export const availabilities = {
  live: c('live', 'As it was when collected.'),
  edited: c('edited', 'Changed by its publisher; a newer version is held.'),
  deleted: c('deleted', 'Gone from its address.'),
  withdrawn: c('withdrawn', 'Withdrawn by its publisher or by an operator.'),
  text_expired: c('text expired', 'Its text has been deleted by retention.'),
} as const satisfies CodeList

export const changeReasons = {
  new_report: c('new report', 'A report came in.'),
  correction: c('correction', 'A publisher corrected itself.'),
  merge: c('merge', 'Two became one.'),
  split: c('split', 'One became two.'),
  withdrawn: c('withdrawn', 'A report was withdrawn.'),
  erased: c('erased', 'Erased by request.'),
  review: c('review', 'A person decided.'),
  reread: c('reread', 'Read again by a newer reader.'),
} as const satisfies CodeList

export const duplicateKinds = {
  exact: c('exact', 'The same bytes or the same text.'),
  reprint: c('reprint', 'The same text under another title or frame.'),
  near: c('near', 'Nearly the same text.'),
  update: c('update', 'A newer version of the same page.'),
} as const satisfies CodeList

export const sourceStates = {
  ok: c('ok', 'Fetched and readable.'),
  new: c('new', 'Not fetched yet.'),
  failing: c('failing', 'The last fetch failed; it is tried again.'),
  waiting: c('waiting', 'Waits for something this machine lacks, a browser say.'),
  paused: c('paused', 'Paused, by a person or because it is gone.'),
} as const satisfies CodeList

export const evidenceParts = {
  headline: c('headline', 'The title.'),
  body: c('body', 'The running text.'),
  quote: c('quote', 'Words in quotation marks.'),
  embedded_post: c('embedded post', 'A post shown inside the document.'),
  decision: c('decision', "A person's decision; it has no words."),
} as const satisfies CodeList

export type Family = keyof typeof families
export type EventType = keyof typeof eventTypes
export type Status = keyof typeof statuses
export type Measure = keyof typeof measures
export type Qualifier = keyof typeof qualifiers
export type FigureKind = keyof typeof figureKinds
export type StatisticKind = keyof typeof statisticKinds
export type Basis = keyof typeof bases
export type ExploitationForm = keyof typeof exploitationForms
export type ActorRole = keyof typeof actorRoles
export type Verification = keyof typeof verifications
export type CheckedState = keyof typeof checkedStates
export type PlacePrecision = keyof typeof placePrecisions
export type TimelineBasis = keyof typeof timelineBases
export type DateBasis = keyof typeof dateBases
export type SourceKind = keyof typeof sourceKinds
export type SourceState = keyof typeof sourceStates
export type ReportRole = keyof typeof reportRoles
export type ChangeReason = keyof typeof changeReasons
export type DuplicateKind = keyof typeof duplicateKinds
export type EvidencePart = keyof typeof evidenceParts

/** All lists by the name that the store and the API use for them. */
export const codeLists = {
  family: families,
  event_type: eventTypes,
  status: statuses,
  measure: measures,
  qualifier: qualifiers,
  statistic_kind: statisticKinds,
  figure_kind: figureKinds,
  basis: bases,
  exploitation: exploitationForms,
  actor_role: actorRoles,
  verification: verifications,
  checked: checkedStates,
  place_precision: placePrecisions,
  timeline_basis: timelineBases,
  date_basis: dateBases,
  series_break: seriesBreaks,
  source_kind: sourceKinds,
  source_state: sourceStates,
  report_role: reportRoles,
  availability: availabilities,
  change_reason: changeReasons,
  duplicate_kind: duplicateKinds,
  evidence_part: evidenceParts,
} as const satisfies Readonly<Record<string, CodeList>>

/** The keys of a code list, as the tuple that `z.enum` wants. */
export function codesOf<T extends CodeList>(list: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(list) as [keyof T & string, ...(keyof T & string)[]]
}
