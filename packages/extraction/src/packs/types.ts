import type { ActorRole, EventType, ExploitationForm, FigureKind, Measure, Qualifier } from '@tipwire/domain'

/** A phrase list: words parted by spaces, matched on lower-cased tokens; `~word` matches the lemma. */
export type Phrases = readonly string[]

/** How one kind of event is told: the verbs, nouns and phrases that name it, and what they count. */
export type Frame = Readonly<{
  type: EventType
  /** The measure of the people who undergo it (or do it, when `counts` is subject). */
  measure?: Measure
  /** Who is counted: the patient of the verb, or its subject ("14 men escaped"). */
  counts: 'patient' | 'subject' | 'none'
  /** Lemmas of verbs. */
  verbs?: Phrases
  /** Multi-word triggers that behave like a verb ("set free", "sent home"). */
  phrases?: Phrases
  /** Nouns that name the event: "the rescue of 14 people". */
  nouns?: Phrases
  /** The role of the body that acts. */
  agent?: ActorRole
  /** Words that, in the same sentence, make the trigger mean something else. */
  unless?: Phrases
  /** At least one of these must stand in the same sentence. */
  needs?: Phrases
  /** True when only people may undergo it: a trigger without people is not this event. */
  people?: boolean
}>

/** A state that figures are given for. */
export type StateFrame = Readonly<{ measure: Measure; kind: FigureKind | null; explains: string; phrases: Phrases }>

export type CueGroup = Readonly<{ explains: string; phrases: Phrases }>

/** A language as data. A language without a pack is stored and never guessed. */
export type Pack = Readonly<{
  lang: string
  numbers: NumberWords
  people: PeopleWords
  dates: DateWords
  frames: readonly Frame[]
  states: readonly StateFrame[]
  exploitation: readonly Readonly<{ form: ExploitationForm; explains: string; phrases: Phrases }>[]
  /** Verbs of compulsion, and the form of exploitation by what people are made to do. */
  compelled: Readonly<{ verbs: ReadonlySet<string>; forms: ReadonlyMap<string, ExploitationForm> }>
  gate: Readonly<{
    strong: CueGroup
    compulsion: readonly CueGroup[]
    settings: CueGroup
    /** What is done to people in other words: several groups together, by weight, speak for a document. */
    vocabulary: readonly (CueGroup & { weight: number })[]
    compound: CueGroup
    weak: CueGroup
    exclude: readonly (CueGroup & { weight: number })[]
  }>
  cues: Cues
  bodies: BodyWords
  boilerplate: BoilerplateWords
}>

export type NumberWords = Readonly<{
  units: Readonly<Record<string, number>>
  scales: Readonly<Record<string, number>>
  vague: Readonly<Record<string, readonly [number, number, Qualifier]>>
  before: Readonly<Partial<Record<Qualifier, Phrases>>>
  after: Readonly<Partial<Record<Qualifier, Phrases>>>
  money: ReadonlyMap<string, string>
  /** Nouns that a number may count without counting people. */
  things: ReadonlySet<string>
}>

export type PeopleWords = Readonly<{
  victim: ReadonlySet<string>
  suspect: ReadonlySet<string>
  neutral: ReadonlySet<string>
  official: ReadonlySet<string>
  child: ReadonlySet<string>
  pronouns: ReadonlySet<string>
  couples: Readonly<Record<string, number>>
}>

export type DateWords = Readonly<{
  months: Readonly<Record<string, number>>
  weekdays: Readonly<Record<string, number>>
}>

export type Cues = Readonly<{
  planned: Phrases
  denied: Phrases
  alleged: Phrases
  cumulative: Phrases
  /** Of these, the ones that make a total of every verb before them: "have been rescued and sent home so far". */
  running: Phrases
  period: Phrases
  estimate: Phrases
  current: Phrases
  /** "this year": a total that still runs. */
  ongoing: Phrases
  /** "up from", "compared with": the number of another period follows. */
  comparison: Phrases
  /** "in the same year": of the period named before. */
  same_period: Phrases
  request: Phrases
  /** Ties an event to the operation told before it. */
  tie: Phrases
  /** A goal in numbers. */
  aim: Phrases
  /** "brings to": a running total follows. */
  total: Phrases
  background: Phrases
  saying: ReadonlySet<string>
}>

export type BodyWords = Readonly<{
  heads: ReadonlySet<string>
  inside: ReadonlySet<string>
  agencies: ReadonlyMap<string, string | null>
  generic: ReadonlySet<string>
}>

export type BoilerplateWords = Readonly<{ starts: Phrases; contains: Phrases; headings: Phrases; byline: Phrases }>
