import { Parser } from 'htmlparser2'
import { joined } from './addresses.ts'
import type { Field, Fields } from './fields.ts'
import { type Scope, scopeWithin, usualName } from './names.ts'

const MAX_DEPTH = 200
const WRAPPERS = new Set(['rss', 'rdf:RDF', 'channel', 'feed', 'urlset'])

type Around = Readonly<{ scope: Scope; base: string }>
type Attributes = Record<string, string>
type Open = Around & { name: string; attributes: Attributes; text: string; start: number; hasElements: boolean; children: Map<string, Field[]> }
export type Element = Around & Readonly<{ attributes: Attributes; fields: Fields }>

/**
 * The fields of one element's source, under their usual names. `around` null reads the head of a feed: whatever wraps it, its fields are the
 * children of channel or feed.
 */
export function readElement(source: string, around: Around | null): Element {
  const reader = new ElementReader(source, around)
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

class ElementReader {
  #stack: Open[] = []
  #fields = new Map<string, Field[]>()
  #attributes: Attributes = {}
  #tooDeep = 0
  #wrappers = 0
  #around: Around
  readonly #source: string
  readonly #isHead: boolean

  constructor(source: string, around: Around | null) {
    this.#source = source
    this.#isHead = around === null
    this.#around = around ?? { scope: {}, base: '' }
  }

  open({ name, attributes, at }: { name: string; attributes: Attributes; at: number }): void {
    const parent = this.#stack.at(-1)
    const outer = parent ?? this.#around
    const scope = scopeWithin(outer.scope, attributes)
    const base = attributes['xml:base'] ? joined(attributes['xml:base'], outer.base) : outer.base
    const usual = usualName(name, scope)
    if (!parent && (this.#isHead ? WRAPPERS.has(usual) : this.#wrappers === 0)) {
      this.#wrappers++
      this.#attributes = { ...this.#attributes, ...attributes }
      this.#around = { scope, base }
      return
    }
    if (parent) parent.hasElements = true
    if (this.#stack.length >= MAX_DEPTH) this.#tooDeep++
    else this.#stack.push({ name: usual, attributes, text: '', start: at, hasElements: false, children: new Map(), scope, base })
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
    const { name, attributes, text, children, base } = top
    add(parent ? parent.children : this.#fields, name, { attributes, text, markup, children, base })
    if (parent) parent.text += top.text
  }

  result(): Element {
    return { attributes: this.#attributes, fields: this.#fields, ...this.#around }
  }
}

function add(fields: Map<string, Field[]>, name: string, field: Field): void {
  const known = fields.get(name)
  if (known) known.push(field)
  else fields.set(name, [field])
}
