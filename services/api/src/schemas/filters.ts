import { bases, codesOf, eventTypes, exploitationForms, families, measures, statisticKinds, statuses, verifications } from '@tipwire/domain'
import { incidentMeasures } from '@tipwire/store'
import { z } from 'zod'

const MOST_ROWS = 500

/** Where a page begins and how long it is. */
const window = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_ROWS)
    .default(50)
    .meta({ description: `Rows of a page, at most ${MOST_ROWS}.` }),
  cursor: z.string().max(500).optional().meta({ description: '"next" of the former page, unchanged.' }),
}

const country = z.string().regex(/^[A-Z]{2}$/, 'two capital letters (ISO 3166-1)')
const common = {
  country: country.optional().meta({ description: 'ISO 3166-1 alpha-2.' }),
  from: z.iso.date().optional().meta({ description: 'First day of timeline_date.' }),
  to: z.iso.date().optional().meta({ description: 'Last day of timeline_date.' }),
  nationality: country.optional().meta({ description: 'One of the nationalities.' }),
  min_people: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional().meta({ description: 'At least so many people, by the lower bound.' }),
  changed_since: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional()
    .meta({ description: 'Changed at or after this instant. For keeping a copy use /v1/changes.' }),
}
const exploitation = z.enum(codesOf(exploitationForms)).optional()
const verification = z.enum(codesOf(verifications)).optional()

export const IncidentQuery = z.strictObject({
  ...common,
  exploitation,
  verification,
  type: z.enum(codesOf(eventTypes)).optional().meta({ description: 'Type of the main event.' }),
  measure: z.enum(incidentMeasures).optional().meta({ description: 'Only incidents that state this number.' }),
  expand: z.enum(['details']).optional().meta({ description: 'Adds events, reports, other figures and evidence to each incident; at most 50 rows then.' }),
  ...window,
})

export const EventQuery = z.strictObject({
  ...common,
  exploitation,
  verification,
  incident_id: z.string().max(100).optional(),
  type: z.enum(codesOf(eventTypes)).optional(),
  family: z.enum(codesOf(families)).optional(),
  status: z.enum(codesOf(statuses)).optional(),
  measure: z.enum(codesOf(measures)).optional(),
  ...window,
})

export const StatisticQuery = z.strictObject({
  ...common,
  from: z.iso.date().optional().meta({ description: 'First day of first_reported_at.' }),
  to: z.iso.date().optional().meta({ description: 'Last day of first_reported_at.' }),
  series_id: z.string().max(100).optional(),
  measure: z.enum(codesOf(measures)).optional(),
  kind: z.enum(codesOf(statisticKinds)).optional(),
  basis: z.enum(codesOf(bases)).optional(),
  said_by: z.string().max(300).optional(),
  ...window,
})

export const ChangeQuery = z.strictObject({
  after: z.string().max(200).optional().meta({ description: '"cursor" of the former answer or of a snapshot. Without it the feed begins at its start.' }),
  last: z.coerce.number().int().min(1).max(MOST_ROWS).optional().meta({ description: 'Instead of `after`: the last so many changes.' }),
  object: z.enum(['incident', 'event', 'statistic', 'report']).optional(),
  limit: window.limit,
})
