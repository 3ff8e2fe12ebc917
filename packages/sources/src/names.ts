import { entryNames, headNames, namesOf } from './fields.ts'

/** The prefix under which the elements of a namespace are known here, whatever a feed calls them; '' for those of feeds themselves. */
const PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'www.w3.org/2005/atom': '',
    'purl.org/atom/ns': '',
    'purl.org/atom/1.0': '',
    'purl.org/rss/1.0': '',
    'purl.org/net/rss1.1': '',
    'my.netscape.com/rdf/simple/0.9': '',
    'channel.netscape.com/rdf/simple/0.9': '',
    'my.netscape.com/publish/formats/rss-0.91.dtd': '',
    'backend.userland.com/rss': '',
    'backend.userland.com/rss2': '',
    'blogs.law.harvard.edu/tech/rss': '',
    'cyber.law.harvard.edu/rss': '',
    'cyber.harvard.edu/rss': '',
    'www.sitemaps.org/schemas/sitemap/0.9': '',
    'www.google.com/schemas/sitemap/0.84': '',
    'www.google.com/schemas/sitemap-news/0.9': 'news',
    'purl.org/rss/1.0/modules/content': 'content',
    'purl.org/dc/elements/1.0': 'dc',
    'purl.org/dc/elements/1.1': 'dc',
    'purl.org/rss/1.0/modules/dc': 'dc',
    'purl.org/dc/terms': 'dcterms',
    'purl.org/rss/1.0/modules/dcterms': 'dcterms',
    'search.yahoo.com/mrss': 'media',
    'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
    'www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
    'www.w3.org/1999/xhtml': 'xhtml',
    'www.georss.org/georss': 'georss',
  }),
)

/** Prefixes as declared, with the addresses of their namespaces; '' is the default one. */
export type Scope = Readonly<Record<string, string>>

/** What a namespace's elements are called here; null for a namespace that means nothing here. */
function prefixOf(namespace: string): string | null {
  const bare = namespace
    .slice(0, 300)
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]+$/, '')
  return PREFIXES.get(bare) ?? null
}

/** `outer` and what an element's own attributes declare. */
export function scopeWithin(outer: Scope, attributes: Readonly<Record<string, string>>): Scope {
  const own = Object.entries(attributes).flatMap(([name, value]) => (/^xmlns(?::|$)/i.test(name) ? [[name.slice(6), value] as const] : []))
  return own.length === 0 ? outer : { ...outer, ...Object.fromEntries(own) }
}

const WRITTEN: ReadonlyMap<string, string> = new Map(
  [...namesOf(entryNames), ...namesOf(headNames), 'rss', 'rdf:RDF', 'channel', 'feed', 'item', 'entry'].map((name) => [name.toLowerCase(), name]),
)

/** The one name of an element that feeds write under many: prefixes of their own, other letters' case. */
export function usualName(name: string, scope: Scope): string {
  const colon = name.indexOf(':')
  const namespace = scope[colon === -1 ? '' : name.slice(0, colon)]
  const prefix = namespace === undefined ? null : prefixOf(namespace)
  const local = name.slice(colon + 1)
  const usual = prefix === null ? name : prefix === '' ? local : `${prefix}:${local}`
  return WRITTEN.get(usual.toLowerCase()) ?? usual
}

const DECLARATION = /\sxmlns(?::([\w.-]{1,60}))?\s{0,4}=\s{0,4}["']([^"'<>]{1,300})["']/gi

/** The prefixes under which elements of feeds themselves stand in a text, '' included. */
export function feedPrefixes(text: string): Set<string> {
  const found = new Set([''])
  for (const [, prefix = '', namespace = ''] of text.matchAll(DECLARATION)) if (prefixOf(namespace) === '') found.add(prefix)
  const root = /<([\w.-]{1,60}):(?:rss|rdf|feed|channel)[\s>]/i.exec(text.slice(0, 20_000))?.[1]
  return root === undefined ? found : found.add(root)
}

/** True when a feed calls everything as it is usually called, and moves no base address. */
export function isUsual(text: string): boolean {
  if (/\sxml:base\s{0,4}=/i.test(text)) return false
  for (const [, prefix, namespace = ''] of text.matchAll(DECLARATION)) {
    const usual = prefixOf(namespace)
    if (usual !== null && prefix !== undefined && usual !== prefix && !(usual === '' && prefix === 'atom')) return false
    if (usual !== null && usual !== '' && usual !== 'xhtml' && prefix === undefined) return false
  }
  for (const [, name = ''] of text.matchAll(/<([a-z][\w:.-]{0,60})/gi)) if ((WRITTEN.get(name.toLowerCase()) ?? name) !== name) return false
  return true
}
