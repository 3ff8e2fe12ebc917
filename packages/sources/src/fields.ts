/** One element of a feed, however it was parsed: its attributes, its text, and its markup when it has elements inside. */
export type Field = Readonly<{
  attributes: Readonly<Record<string, string>>
  text: string
  markup: string | null
  children: Fields
  /** The base address that the feed declares here; '' for none. */
  base: string
}>
export type Fields = ReadonlyMap<string, readonly Field[]>

/** A feed before it is normalised: its head and its entries, by element name as written. */
export type RawFeed = Readonly<{ head: Fields; rootAttributes: Readonly<Record<string, string>>; entries: readonly RawEntry[] }>
export type RawEntry = Readonly<{ attributes: Readonly<Record<string, string>>; fields: Fields; base: string }>

/** Where each value is looked for, best first: RSS 0.9x to 2.0, RSS 1.0, Atom 0.3 and 1.0, and the extensions that news feeds use. */
export const entryNames = {
  id: ['guid', 'id', 'atom:id'],
  link: ['link', 'atom:link'],
  title: ['title', 'dc:title', 'atom:title', 'media:title', 'itunes:title'],
  published: ['published', 'pubDate', 'issued', 'atom:published', 'dcterms:issued', 'dc:date', 'dcterms:created', 'created'],
  updated: ['updated', 'modified', 'atom:updated', 'dcterms:modified', 'dc:date'],
  summary: ['description', 'summary', 'atom:summary', 'dc:description', 'media:description', 'itunes:summary'],
  content: ['content:encoded', 'content', 'atom:content', 'xhtml:body', 'body'],
  author: ['author', 'dc:creator', 'dc:author', 'atom:author', 'itunes:author'],
  language: ['language', 'dc:language'],
  enclosure: ['enclosure', 'media:content'],
  group: ['media:group'],
  category: ['category'],
} as const

export const headNames = {
  title: ['title', 'dc:title', 'atom:title', 'itunes:title'],
  link: ['link', 'atom:link'],
  language: ['language', 'dc:language'],
} as const

export const namesOf = (names: Readonly<Record<string, readonly string[]>>): string[] => [...new Set(Object.values(names).flat())]

/** Every field under these names, in order of the names. */
export function all(fields: Fields, names: readonly string[]): Field[] {
  return names.flatMap((name) => fields.get(name) ?? [])
}

/** The first text that is not blank under these names. */
export function firstText(fields: Fields, names: readonly string[]): string | null {
  return firstWritten(all(fields, names))?.text ?? null
}

/** The first of the fields that is not blank, with its text: markup as written, what was packed as base64 unpacked. */
export function firstWritten(fields: readonly Field[]): { field: Field; text: string } | null {
  for (const field of fields) {
    const text = textOf(field)
    if (text !== '') return { field, text }
  }
  return null
}

function textOf(field: Field): string {
  return mendControls(unpacked(field) ?? field.markup ?? field.text).trim()
}

/** Atom packs what is neither text nor XML: said by `mode`, or by the type. Null for what is not packed. */
function unpacked({ attributes, text }: Field): string | null {
  if (attributes['mode'] === 'base64') return Buffer.from(text, 'base64').toString('utf8')
  if (!/^application\/(?!.{0,60}(?:xml|html))/i.test(attributes['type'] ?? '') || !/^[A-Za-z0-9+/\s]{4,}={0,2}\s{0,9}$/.test(text)) return null
  const unpacked = Buffer.from(text, 'base64').toString('utf8')
  return unpacked.includes('\ufffd') ? null : unpacked
}

const WINDOWS = new TextDecoder('windows-1252')

/** The codes 128 to 159 are nothing in Unicode; feeds that write them mean the letters of Windows. */
function mendControls(text: string): string {
  return text.replaceAll(/[\u0080-\u009f]/g, (letter) => WINDOWS.decode(Uint8Array.of(letter.charCodeAt(0))))
}
