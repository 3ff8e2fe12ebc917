/** Where a slice lies: the title or the body of a document. */
export type Field = 'title' | 'text'

/** What stands where a name stood. */
export type RoleToken = '[victim]' | '[accused]' | '[official]' | '[reporter]' | '[person]' | '[account]' | '[contact]'

/** A slice that the caller knows to be no person: a place, a country, a public body, a month. Half-open, UTF-16 units. */
export type KnownSpan = Readonly<{ field: Field; start: number; end: number }>

export type RedactorInput = Readonly<{
  title: string
  text: string
  /** BCP 47. */
  lang: string
  known?: readonly KnownSpan[]
}>

export type Redactor = Readonly<{
  /** The slice with every person's name replaced by a role token; never throws, never returns a name that was found. */
  redact: (field: Field, start: number, end: number) => string
  /** True when the words hold a name found anywhere in the document: such a value may not be published. */
  holdsName: (value: string) => boolean
}>
