import { Parser } from 'htmlparser2'
import type { Field, Fields, RawEntry, RawFeed } from './fields.ts'

const MAX_DEPTH = 200
const OPEN = /<(?:[\w-]{1,20}:)?(item|entry)(?=[\s>])/gi

export type Salvage = Readonly<{ feed: RawFeed; lost: number }>

/**
 * Reads a feed that is not well-formed: each entry is cut out of the source and read on its own, so that a broken one takes no other with it.
 * `lost` counts the entries that have no end. Linear in the length of the text; `limit` caps the entries.
 */
export function salvage(text: string, limit: number): Salvage {
  const { chunks, lost, headEnd } = cut(text, limit)
  const root = readElement(text.slice(0, headEnd), null)
  const entries = chunks.map((chunk) => readElement(chunk, 'entry')).map(({ attributes, fields }): RawEntry => ({ attributes, fields }))
  return { feed: { head: root.fields, rootAttributes: root.attributes, entries }, lost }
}

/** The source cut at entry borders. An entry that reaches the next one's start, or the end of the text, was cut off. */
function cut(text: string, limit: number): { chunks: string[]; lost: number; headEnd: number } {
  const starts = [...text.matchAll(OPEN)].slice(0, limit + 1)
  const chunks: string[] = []
  let lost = 0
  starts.slice(0, limit).forEach((start, i) => {
    const until = starts[i + 1]?.index ?? text.length
    const whole = text.slice(start.index, until)
    const close = whole.search(new RegExp(`</(?:[\\w-]{1,20}:)?${start[1]}\\s{0,8}>`, 'i'))
    if (close === -1) lost++
    else chunks.push(whole.slice(0, close))
  })
  return { chunks, lost, headEnd: starts[0]?.index ?? text.length }
}

type Open = { name: string; attributes: Record<string, string>; text: string; start: number; hasElements: boolean; children: Map<string, Field[]> }
type Element = { attributes: Record<string, string>; fields: Fields }

/**
 * The fields of one element's source. `kind` null reads the head of a feed: everything until the first entry, whatever wraps it;
 * its fields are the children of channel or feed.
 */
function readElement(source: string, kind: 'entry' | null): Element {
  const reader = new ElementReader(source, kind === 'entry' ? 1 : null)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open({ name, attributes, at: parser.endIndex + 1 }),
      ontext: (text) => reader.text(text),
      onclosetag: () => reader.close(parser.startIndex),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(source)
  return reader.result()
}

const WRAPPERS = new Set(['rss', 'rdf:RDF', 'channel', 'feed', 'atom:feed'])

class ElementReader {
  #stack: Open[] = []
  #fields = new Map<string, Field[]>()
  #attributes: Record<string, string> = {}
  #tooDeep = 0
  readonly #source: string
  /** How many levels lie above a field; null when the wrapping elements' names decide. */
  readonly #level: number | null
  #wrappers = 0

  constructor(source: string, level: number | null) {
    this.#source = source
    this.#level = level
  }

  open({ name, attributes, at }: { name: string; attributes: Record<string, string>; at: number }): void {
    if (this.#isWrapper(name)) {
      this.#wrappers++
      this.#attributes = { ...this.#attributes, ...attributes }
      return
    }
    const parent = this.#stack.at(-1)
    if (parent) parent.hasElements = true
    if (this.#stack.length >= MAX_DEPTH) this.#tooDeep++
    else this.#stack.push({ name, attributes, text: '', start: at, hasElements: false, children: new Map() })
  }

  text(text: string): void {
    const top = this.#stack.at(-1)
    if (top) top.text += text
  }

  close(at: number): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep--
      return
    }
    const top = this.#stack.pop()
    if (!top) {
      this.#wrappers = Math.max(0, this.#wrappers - 1)
      return
    }
    const parent = this.#stack.at(-1)
    const markup = top.hasElements ? this.#source.slice(top.start, Math.max(top.start, at)) : null
    add(parent ? parent.children : this.#fields, top.name, { attributes: top.attributes, text: top.text, markup, children: top.children })
    if (parent) parent.text += top.text
  }

  result(): Element {
    return { attributes: this.#attributes, fields: this.#fields }
  }

  #isWrapper(name: string): boolean {
    if (this.#stack.length > 0) return false
    return this.#level === null ? WRAPPERS.has(name) : this.#wrappers < this.#level
  }
}

function add(fields: Map<string, Field[]>, name: string, field: Field): void {
  const known = fields.get(name)
  if (known) known.push(field)
  else fields.set(name, [field])
}
