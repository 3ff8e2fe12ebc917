import { z } from 'zod'
import { actorRoles, bases, codesOf, dateBases, eventTypes, exploitationForms, figureKinds, measures, qualifiers, statuses } from './codes.ts'

/** ISO 3166-1 alpha-2. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/)

/** EDTF (ISO 8601-2), the part we use: a day, month, year, or an interval of them; `~`, `?` and `%` may follow. */
export const Edtf = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?[~?%]?(\/\d{4}(-\d{2}(-\d{2})?)?[~?%]?)?$/)

/**
 * The words behind a value. `start` and `end` are UTF-16 units, half-open, into the original title or text;
 * `quote` is that slice after redaction, at most 300 characters when stored.
 */
export const Evidence = z.object({
  field: z.enum(['title', 'text']),
  start: z.int().min(0),
  end: z.int().min(0),
  quote: z.string(),
  role: z.enum(['trigger', 'count', 'date', 'place', 'nationality', 'actor', 'exploitation']).optional(),
})
export type Evidence = z.infer<typeof Evidence>

const EvidenceList = z.array(Evidence).min(1)

/** A number of an event. Bounds: null is open. People unless the measure says years or money (`unit`: ISO 4217). */
export const Count = z.object({
  measure: z.enum(codesOf(measures)),
  min: z.number().min(0).nullable(),
  max: z.number().min(0).nullable(),
  qualifier: z.enum(codesOf(qualifiers)),
  unit: z.string().optional(),
  by_nationality: z.record(CountryCode, z.int().nullable()).optional(),
  evidence: EvidenceList,
})
export type Count = z.infer<typeof Count>

/** A public body with its role. Never a victim, a private person or a reporter. */
export const Actor = z.object({
  name: z.string().min(1),
  role: z.enum(codesOf(actorRoles)),
  country: CountryCode.nullable().optional(),
})
export type Actor = z.infer<typeof Actor>

/** One typed thing that a document reports as news, once, however often it is repeated. */
export const ReadingEvent = z.object({
  type: z.enum(codesOf(eventTypes)),
  status: z.enum(codesOf(statuses)),
  occurred: Edtf.nullable(),
  country: CountryCode.nullable(),
  to_country: CountryCode.nullable().optional(),
  place: z.string().nullable(),
  counts: z.array(Count),
  nationalities: z.array(CountryCode),
  exploitation: z.array(z.enum(codesOf(exploitationForms))),
  actors: z.array(Actor),
  /** Who says so, when the document names a body; `direct_quote` when its own words are given. */
  announced_by: z
    .object({ name: z.string().min(1), attribution: z.enum(['direct_quote', 'paraphrase']) })
    .nullable()
    .optional(),
  evidence: EvidenceList,
})
export type ReadingEvent = z.infer<typeof ReadingEvent>

/** A number of people that is not an event's own. It never feeds an event. */
export const ReadingStatistic = z.object({
  measure: z.enum(codesOf(measures)),
  kind: z.enum(codesOf(figureKinds)),
  /** Who stands behind it; `estimate` iff `kind` is estimate. */
  basis: z.enum(codesOf(bases)),
  min: z.number().min(0).nullable(),
  max: z.number().min(0).nullable(),
  qualifier: z.enum(codesOf(qualifiers)),
  nationalities: z.array(CountryCode),
  country: CountryCode.nullable(),
  as_of: Edtf.nullable(),
  as_of_basis: z.enum(codesOf(dateBases)).optional(),
  said_by: z.string().nullable().optional(),
  cited_work: z.string().nullable().optional(),
  evidence: EvidenceList,
})
export type ReadingStatistic = z.infer<typeof ReadingStatistic>

/** What one document says, normalised. */
export const Reading = z.object({
  relevant: z.boolean(),
  events: z.array(ReadingEvent),
  statistics: z.array(ReadingStatistic),
  /** Set when the language has no pack: the document is stored and nothing is guessed. */
  unsupported_language: z.boolean().optional(),
})
export type Reading = z.infer<typeof Reading>
