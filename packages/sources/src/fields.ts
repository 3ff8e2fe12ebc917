/** One element of a feed, however it was parsed: its attributes, its text, and its markup when it has elements inside. */
export type Field = Readonly<{ attributes: Readonly<Record<string, string>>; text: string; markup: string | null; children: Fields }>
export type Fields = ReadonlyMap<string, readonly Field[]>

/** A feed before it is normalised: its head and its entries, by element name as written. */
export type RawFeed = Readonly<{ head: Fields; rootAttributes: Readonly<Record<string, string>>; entries: readonly RawEntry[] }>
export type RawEntry = Readonly<{ attributes: Readonly<Record<string, string>>; fields: Fields }>

/** Where each value is looked for, best first: RSS 0.9x to 2.0, RSS 1.0, Atom 0.3 and 1.0, and the extensions that news feeds use. */
export const entryNames = {
  id: ['guid', 'id', 'atom:id'],
  link: ['link', 'atom:link'],
  title: ['title', 'dc:title', 'atom:title', 'media:title', 'itunes:title'],
  published: ['published', 'pubDate', 'pubdate', 'issued', 'atom:published', 'dc:date', 'dcterms:issued', 'dcterms:created', 'created'],
  updated: ['updated', 'modified', 'atom:updated', 'dcterms:modified', 'dc:date'],
  summary: ['description', 'summary', 'atom:summary', 'dc:description', 'media:description', 'itunes:summary'],
  content: ['content:encoded', 'content', 'atom:content', 'xhtml:body', 'body'],
  author: ['author', 'dc:creator', 'dc:author', 'atom:author', 'itunes:author'],
  language: ['language', 'dc:language'],
  enclosure: ['enclosure', 'media:content'],
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
  for (const field of all(fields, names)) {
    const text = (field.markup ?? field.text).trim()
    if (text !== '') return text
  }
  return null
}
