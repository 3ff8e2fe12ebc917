import { StageError } from '@tipwire/domain'

const MAX_CHARS = 5_000_000
const MAX_TAGS = 40_000
const MAX_DEPTH = 120
const MAX_TAG_CHARS = 3000
// Elements whose end tag authors leave out: they do not nest, however many are open.
const FLAT = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'option', 'thead', 'tbody', 'tfoot', 'colgroup', 'optgroup', 'rt', 'rp'])
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'])
const RAW = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'textarea', 'object'])

/**
 * A page without the parts that hold no text (scripts but for JSON-LD, styles, drawings, comments, over-long tags), in one linear pass.
 * Throws ARTICLE_TOO_LARGE for a page that no honest publisher makes: the tree builder behind it is not safe against those.
 */
export function shrink(html: string): string {
  if (html.length > MAX_CHARS) throw tooLarge('The page is larger than 5 million characters.')
  const shrinker = new Shrinker(html)
  let at = 0
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', at)) {
    shrinker.keep(html.slice(at, open))
    at = shrinker.take(open)
  }
  shrinker.keep(html.slice(at))
  return shrinker.result()
}

class Shrinker {
  readonly #html: string
  readonly #kept: string[] = []
  readonly #unclosed = new Set<string>()
  #tags = 0
  #depth = 0

  constructor(html: string) {
    this.#html = html
  }

  keep(text: string): void {
    this.#kept.push(text)
  }

  /** Keeps or drops what begins at `open`; returns where it ends. */
  take(open: number): number {
    const tag = readTag(this.#html, open)
    if (tag.name === '') {
      if (tag.text) this.keep('&lt;')
      return tag.end
    }
    this.#count(tag)
    if (RAW.has(tag.name) && !tag.closing && !tag.selfClosing) return this.#takeRaw(tag, open)
    if (tag.end - open <= MAX_TAG_CHARS) this.keep(this.#html.slice(open, tag.end))
    else this.keep(tag.closing ? `</${tag.name}>` : `<${tag.name}>`)
    return tag.end
  }

  result(): string {
    return this.#kept.join('')
  }

  #count(tag: Tag): void {
    if (++this.#tags > MAX_TAGS) throw tooLarge(`The page has more than ${MAX_TAGS} tags.`)
    this.#depth = Math.max(0, this.#depth + step(tag))
    if (this.#depth > MAX_DEPTH) throw tooLarge(`The page nests more than ${MAX_DEPTH} elements.`)
  }

  /** A script, a style, a drawing: dropped with all it holds, unless it holds JSON-LD. One without an end is only a tag. */
  #takeRaw(tag: Tag, open: number): number {
    this.#depth = Math.max(0, this.#depth - 1)
    const end = this.#unclosed.has(tag.name) ? tag.end : rawEnd(this.#html, tag)
    if (end === tag.end) this.#unclosed.add(tag.name)
    if (tag.name === 'script' && isData(this.#html.slice(open, tag.end))) this.keep(this.#html.slice(open, end))
    return end
  }
}

type Tag = { name: string; closing: boolean; selfClosing: boolean; end: number; text: boolean }

/** The tag at `open`. A name of '' is no tag: a comment, a declaration, or (`text`) a lone "<". */
function readTag(html: string, open: number): Tag {
  const none = { name: '', closing: false, selfClosing: false }
  if (html.startsWith('<!--', open)) return { ...none, end: after(html, '-->', open + 4), text: false }
  const next = html.charCodeAt(open + 1)
  if (next === 0x21 || next === 0x3f) return { ...none, end: after(html, '>', open + 1), text: false }
  const closing = next === 0x2f
  const name = /^[a-z][\w:-]{0,40}/i.exec(html.slice(open + (closing ? 2 : 1), open + 50))?.[0]?.toLowerCase() ?? ''
  if (name === '') return { ...none, end: open + 1, text: true }
  const end = tagEnd(html, open)
  return { name, closing, selfClosing: html[end - 2] === '/', end, text: false }
}

/** The place after the tag's ">", which may stand inside a quoted attribute. */
function tagEnd(html: string, open: number): number {
  let quote = ''
  const limit = Math.min(html.length, open + 2_000_000)
  for (let i = open + 1; i < limit; i++) {
    const char = html[i] as string
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if ((char === '"' || char === "'") && html[i - 1] === '=') quote = char
    else if (char === '>') return i + 1
  }
  return after(html, '>', open)
}

function step(tag: Tag): number {
  if (VOID.has(tag.name) || FLAT.has(tag.name) || tag.selfClosing) return 0
  return tag.closing ? -1 : 1
}

function rawEnd(html: string, tag: Tag): number {
  const close = new RegExp(`</${tag.name}\\s*>`, 'gi')
  close.lastIndex = tag.end
  const found = close.exec(html)
  return found ? found.index + found[0].length : tag.end
}

const isData = (tag: string): boolean => /type\s{0,8}=\s{0,8}["']?application\/ld\+json/i.test(tag)

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found === -1 ? html.length : found + mark.length
}

function tooLarge(message: string): StageError {
  return new StageError('ARTICLE_TOO_LARGE', message, { retry: 'never' })
}
