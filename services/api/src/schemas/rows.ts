import {
  availabilities,
  bases,
  changeReasons,
  checkedStates,
  codesOf,
  dateBases,
  eventTypes,
  evidenceParts,
  exploitationForms,
  families,
  measures,
  placePrecisions,
  reportRoles,
  seriesBreaks,
  sourceKinds,
  sourceStates,
  statisticKinds,
  statuses,
  timelineBases,
  verifications,
} from '@tipwire/domain'
import { z } from 'zod'

/**
 * The rows of the public views as JSON. Codes are plain strings with the known values as examples: new ones may come
 * (fall back to `family`), and a client that checks against a closed list would break.
 */
const day = z.iso.date()
const instant = z.iso.datetime()
const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ description: 'ISO 3166-1 alpha-2' })
const count = z.int().min(0)

function code(list: Parameters<typeof codesOf>[0], description: string) {
  return z.string().meta({ description: `${description} Known codes: ${codesOf(list).join(', ')}.` })
}

const trust = {
  reports: count.meta({ description: 'Documents that tell it.' }),
  independent_sources: count.meta({ description: 'Distinct origins; copies and reports of one statement count once.' }),
  checked: code(checkedStates, 'Whether a person looked.'),
  first_reported_at: instant.meta({ description: 'When the first report was published.' }),
  changed_at: instant.meta({ description: 'When the row last changed; not a cursor.' }),
  version: z.int().min(1).meta({ description: 'Rises when a fact changes.' }),
}
const verification = code(
  verifications,
  'reported (one origin), corroborated (two or more), official (a responsible body said it itself), disputed (a body denies it).',
)
const place = {
  place: z.string().nullable().meta({ description: 'Finest named place, as written.' }),
  place_precision: code(placePrecisions, 'How fine the place is.'),
  lat: z.number().nullable().meta({ description: 'Only at town or site; never a shelter.' }),
  lon: z.number().nullable(),
}
const timeline = {
  timeline_date: day.meta({ description: 'Date for charts.' }),
  timeline_basis: code(timelineBases, 'What the timeline date rests on.'),
}
const nationalities = z.array(country).meta({ description: 'Nationalities; empty = not stated.' })
const exploitation = z.array(code(exploitationForms, 'Form of exploitation.')).meta({ description: 'Forms as stated; empty = not stated.' })
const people = count.nullable().meta({ description: 'People, lowest value that stands ("at least"); null = not stated. Never a sum over reports.' })

export const Incident = z
  .object({
    incident_id: z.string(),
    title: z.string().meta({ description: 'Generated, neutral, English.' }),
    lead_type: code(eventTypes, 'Type of its main event.'),
    ...timeline,
    country: country.nullable(),
    ...place,
    rescued: people,
    arrested: people,
    victims: people,
    repatriated: people,
    convicted: people,
    dead: people,
    numbers_disputed: z.boolean().meta({ description: 'Reports disagree on a shown number.' }),
    nationalities,
    exploitation,
    verification,
    maybe_same_as: z.array(z.string()).meta({ description: 'Incidents that may be this one (undecided).' }),
    follows: z.string().nullable().meta({ description: 'Earlier incident of the same case.' }),
    ...trust,
  })
  .meta({ id: 'Incident', description: 'One operation: the row to count and sum. Happened only.' })

export const Event = z
  .object({
    event_id: z.string(),
    incident_id: z.string().nullable().meta({ description: 'Null for policy, information and plans.' }),
    type: code(eventTypes, 'Event type.'),
    family: code(families, 'Family of the type.'),
    status: code(statuses, 'Whether it took place, as told.'),
    title: z.string(),
    occurred_from: day.nullable().meta({ description: 'When, as far as known; equal to occurred_to = a day; null = unknown.' }),
    occurred_to: day.nullable(),
    announced_on: day.nullable(),
    ...timeline,
    country: country.nullable(),
    to_country: country.nullable().meta({ description: 'Destination of a movement.' }),
    ...place,
    measure: code(measures, 'What people_low and people_high count.').nullable(),
    people_low: count.nullable(),
    people_high: count.nullable().meta({ description: 'Null = open.' }),
    people_text: z.string().nullable().meta({ description: 'As a person would write it: "14", "more than 650".' }),
    by_nationality: z.record(z.string(), count.nullable()).nullable(),
    other_numbers: z.unknown().meta({ description: 'Sentence years, money, screened …, with unit.' }),
    nationalities,
    exploitation,
    bodies: z
      .array(z.looseObject({ name: z.string(), role: z.string(), country: country.nullish() }))
      .nullable()
      .meta({ description: 'Public bodies only.' }),
    verification,
    ...trust,
  })
  .meta({ id: 'Event', description: 'One typed thing that happened, is planned, alleged or denied.' })

export const Statistic = z
  .object({
    statistic_id: z.string(),
    series_id: z.string().nullable().meta({ description: 'Same producer, measure, population, place and kind; null when the producer is unknown.' }),
    measure: code(measures, 'What is counted.'),
    kind: code(statisticKinds, 'Kind of figure.'),
    basis: code(bases, 'Who stands behind it.'),
    value_low: z.number().nullable(),
    value_high: z.number().nullable(),
    value_text: z.string().nullable(),
    country: country.nullable(),
    nationalities,
    said_by: z.string().nullable(),
    cited_work: z.string().nullable(),
    from_date: day.nullable(),
    to_date: day.nullable(),
    date_basis: code(dateBases, 'Where the date comes from.'),
    series_break: code(seriesBreaks, 'Not comparable with the point before, and why.').nullable(),
    ...trust,
  })
  .meta({ id: 'Statistic', description: 'One figure that somebody published, merged over its reports. Never part of an event: never add it.' })

export const Report = z
  .object({
    report_id: z.string(),
    event_id: z.string().nullable(),
    statistic_id: z.string().nullable(),
    url: z.string().nullable(),
    headline: z.string().nullable(),
    publisher: z.string().nullable(),
    source_id: z.string(),
    source_kind: code(sourceKinds, 'Kind of source.'),
    lang: z.string().nullable(),
    published_at: instant.nullable(),
    collected_at: instant.nullable(),
    role: code(reportRoles, 'What this report does.'),
    origin_id: z.string().nullable().meta({ description: 'Equal for copies and for reports of one statement.' }),
    availability: code(availabilities, 'Whether it still stands at its address.'),
  })
  .meta({ id: 'Report', description: "One document's telling of one event or figure." })

export const EvidenceWords = z
  .object({
    event_id: z.string().nullable(),
    statistic_id: z.string().nullable(),
    field: z.string().meta({ description: 'Which value: occurred, country, place, people, type, …' }),
    value_text: z.string().nullable(),
    agrees: z.boolean().meta({ description: 'False = a losing value kept beside the shown one.' }),
    report_id: z.string(),
    part: code(evidenceParts, 'Where the words stand.'),
    char_start: z.int().nullable().meta({ description: 'UTF-16, in the stored text version.' }),
    char_end: z.int().nullable(),
    quote: z.string().nullable().meta({ description: 'At most 300 characters, redacted; null for readers.' }),
  })
  .meta({ id: 'Evidence', description: 'The words behind a value.' })

export const Change = z
  .object({
    cursor: z.int().meta({ description: 'Gapless, in commit order.' }),
    commit_id: z.int().meta({ description: 'Rows to apply together.' }),
    at: instant,
    object: z.string().meta({ description: 'incident, event, statistic, report' }),
    id: z.string(),
    action: z.string().meta({ description: 'put or remove' }),
    reason: code(changeReasons, 'Why.'),
    replaced_by: z.array(z.string()).nullable(),
    version: z.int().nullable(),
    title: z.string().nullable(),
    diff: z.record(z.string(), z.unknown()).nullable().meta({ description: '{"people_low":[15,14]}: was, now' }),
    row: z.record(z.string(), z.unknown()).nullable().meta({ description: 'The row as the view shows it now; null on remove.' }),
  })
  .meta({ id: 'Change', description: 'One line of the change feed.' })

export const Source = z
  .object({
    source_id: z.string(),
    name: z.string(),
    kind: code(sourceKinds, 'Kind of source.'),
    country: country.nullable(),
    lang: z.string().nullable(),
    state: code(sourceStates, 'How it is.'),
    state_reason: z.string().nullable(),
    watching_since: instant.nullable(),
    last_fetch_ok_at: instant.nullable(),
    last_new_content_at: instant.nullable(),
    silent: z.boolean().nullable().meta({ description: 'Nothing new for much longer than usual: its zero means nothing.' }),
  })
  .meta({ id: 'Source', description: 'A watched source: without it no zero can be read.' })
