import type { EventType, ExploitationForm, Measure, Status } from '@tipwire/domain'
import type { BodyMention, DateMention, Group, PlaceMention, Sentence, Span } from '../annotate/types.ts'
import type { Frame } from '../packs/types.ts'

/** One telling of an event in one sentence, before the tellings of a document are put together. */
export type EventMention = Readonly<{
  type: EventType
  frame: Frame
  sentence: Sentence
  trigger: Span
  status: Status
  /** The people who undergo it (or do it), with parts of a list apart. */
  people: readonly Group[]
  agent: BodyMention | null
  dates: readonly DateMention[]
  places: readonly PlaceMention[]
  exploitation: readonly Readonly<{ form: ExploitationForm; span: Span }>[]
  /** What its people are counted as. */
  measure: Measure | undefined
  nominal: boolean
  /** Told in a relative clause: "who was arrested recently". */
  relative: boolean
}>
