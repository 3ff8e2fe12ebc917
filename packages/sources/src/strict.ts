import RssParser from 'rss-parser'
import { entryNames, type Field, type Fields, headNames, namesOf, type RawEntry, type RawFeed } from './fields.ts'
import { isUsual } from './names.ts'

// rss-parser hands the named elements over as its XML parser gives them, under names of our own.
const OWN = 'own|'
const keep = (name: string): [string, string, { keepArray: true }] => [name, OWN + name, { keepArray: true }]
type Node = string | ({ _?: string; $?: Record<string, string> } & Record<string, unknown>)
type Loose = Record<string, unknown>

/** Thrown for what rss-parser does not know: markup whose order counts, prefixes of the feed's own, base addresses. */
class BeyondParser extends Error {
  override name = 'BeyondParser'
}

/** Parses a well-formed RSS or Atom feed. Throws what rss-parser throws, or BeyondParser: then the source text must be read instead. */
export async function parseStrictly(text: string): Promise<RawFeed> {
  const parser = new RssParser<Loose, Loose>({
    defaultRSS: 2.0,
    customFields: { feed: [...namesOf(headNames), '$'].map(keep) as never[], item: [...namesOf(entryNames), '$'].map(keep) as never[] },
  })
  const parsed = await parser.parseString(text)
  if (!isUsual(text)) throw new BeyondParser()
  return { head: fieldsOf(parsed), rootAttributes: attributesOf(parsed), entries: parsed.items.map(entryOf) }
}

function entryOf(item: Loose): RawEntry {
  const about = item['rdf:about']
  const attributes = { ...attributesOf(item), ...(typeof about === 'string' ? { 'rdf:about': about } : {}) }
  return { attributes, fields: fieldsOf(item), base: '' }
}

function attributesOf(parsed: Loose): Record<string, string> {
  return (parsed[`${OWN}$`] as Record<string, string> | undefined) ?? {}
}

function fieldsOf(parsed: Loose): Fields {
  const fields = new Map<string, readonly Field[]>()
  for (const [name, nodes] of Object.entries(parsed)) {
    if (name.startsWith(OWN) && Array.isArray(nodes))
      fields.set(
        name.slice(OWN.length),
        nodes.map((node: Node) => fieldOf(node)),
      )
  }
  return fields
}

const PERSON = new Set(['name', 'email', 'uri', 'url'])

function fieldOf(node: Node): Field {
  if (typeof node === 'string') return { attributes: {}, text: node, markup: null, children: new Map(), base: '' }
  const inside = Object.keys(node).filter((name) => name !== '_' && name !== '$')
  if (inside.some((name) => !PERSON.has(name))) throw new BeyondParser()
  const children = new Map(inside.map((name) => [name, (node[name] as Node[]).map(fieldOf)]))
  return { attributes: node.$ ?? {}, text: node._ ?? '', markup: null, children, base: '' }
}
