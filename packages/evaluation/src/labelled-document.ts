import { Count, ReadableDocument, ReadingEvent, ReadingStatistic } from '@tipwire/domain'
import { z } from 'zod'

const LabelledEvent = ReadingEvent.omit({ evidence: true }).extend({ counts: z.array(Count.omit({ evidence: true })) })
const LabelledStatistic = ReadingStatistic.pick({ measure: true, kind: true, min: true, max: true }).extend({
  nationalities: z.array(z.string()).default([]),
  country: z.string().nullable().default(null),
  as_of: z.string().nullable().default(null),
})

const Labels = z.object({ relevant: z.boolean(), events: z.array(LabelledEvent), statistics: z.array(LabelledStatistic) })

/**
 * What a document says by the labelling guide: a reading without evidence. A `Reading` is one too, so that both sides of a comparison have this type.
 */
export type Labels = z.infer<typeof Labels>
export type LabelledEvent = z.infer<typeof LabelledEvent>
export type LabelledStatistic = z.infer<typeof LabelledStatistic>

/** A document with the reading that a person expects; `forbidden` are words (names of victims) that no output may hold. */
export const LabelledDocument = ReadableDocument.extend({ gold: Labels, forbidden: z.array(z.string().min(1)).default([]) })
export type LabelledDocument = z.infer<typeof LabelledDocument>
