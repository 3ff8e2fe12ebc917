import type { Qualifier, ReadableDocument } from '@tipwire/domain'
import type { Pack } from '../packs/types.ts'
import type { Segment, SegmentKind } from '../segment/segment.ts'

export type Field = 'title' | 'text'

/** A word. `start` and `end` are UTF-16 units into its field; `index` counts over title and text together. */
export type Token = Readonly<{
  index: number
  field: Field
  text: string
  lower: string
  lemma: string
  pos: string
  start: number
  end: number
  sentence: number
  quoted: boolean
}>

/** Tokens [first, last). */
export type Span = Readonly<{ first: number; last: number }>

export type Sentence = Span & Readonly<{ index: number; paragraph: number; segment: SegmentKind; field: Field; titleCase: boolean }>

export type NumberKind = 'plain' | 'money' | 'duration' | 'age' | 'thing'
/** A number as written, with its bounds. */
export type NumberMention = Span & Readonly<{ min: number | null; max: number | null; qualifier: Qualifier; kind: NumberKind; unit: string | null }>

export type PeopleRole = 'victim' | 'suspect' | 'neutral' | 'official'
/** A noun phrase for people. `number` is null for "the women", "they". */
export type Group = Span &
  Readonly<{
    head: number
    role: PeopleRole
    number: Readonly<{ min: number | null; max: number | null; qualifier: Qualifier }> | null
    nationalities: readonly string[]
    /** "the group", "they", "all of them": stands for people named elsewhere. */
    anaphor: boolean
    /** A part of a total that stands beside it: "15 men and eight women". */
    part: boolean
    /** "19 of the 31": some of people named elsewhere. */
    subset?: boolean
    child: boolean
    /** "the 14", "the remaining 34". */
    definite: boolean
    /** A person named: never shown, counted as one. */
    named: boolean
    /** Last word of a name, for telling people apart inside a document; never stored. */
    surname?: string
    /** Token after the words that tell where the people come from; equals `last` when there are none. */
    originEnd: number
  }>

export type DateMention = Span & Readonly<{ edtf: string; grain: 'day' | 'month' | 'year' | 'range' }>

export type PlaceMention = Span &
  Readonly<{ name: string; country: string; kind: 'country' | 'admin' | 'town' | 'site'; preposition: string | null; population: number }>

export type BodyMention = Span & Readonly<{ name: string; country: string | null; generic: boolean; kind: 'embassy' | 'court' | 'police' | 'other' }>

export type Nationality = Span & Readonly<{ country: string }>

/** A document with everything found in it; all lists are in order of the text. */
export type Annotated = Readonly<{
  document: ReadableDocument
  pack: Pack
  segments: readonly Segment[]
  tokens: readonly Token[]
  sentences: readonly Sentence[]
  numbers: readonly NumberMention[]
  groups: readonly Group[]
  dates: readonly DateMention[]
  places: readonly PlaceMention[]
  bodies: readonly BodyMention[]
  nationalities: readonly Nationality[]
  publishedOn: string | null
}>
