import { StageError } from '@tipwire/domain'

const MAX_CHARS = 5_000_000
const MAX_TAGS = 60_000
const MAX_DEPTH = 400
const MAX_TAG_CHARS = 20_000
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
  const kept: string[] = []
  let tags = 0
  let depth = 0
  let at = 0
  const unclosed = new Set<string>()
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open === -1) break
    kept.push(html.slice(at, open))
    const tag = readTag(html, open)
    at = tag.end
    if (tag.name === '') {
      if (tag.text) kept.push('&lt;')
      continue
    }
    if (++tags > MAX_TAGS) throw tooLarge(`The page has more than ${MAX_TAGS} tags.`)
    depth = Math.max(0, depth + step(tag))
    if (depth > MAX_DEPTH) throw tooLarge(`The page nests more than ${MAX_DEPTH} elements.`)
    if (RAW.has(tag.name) && !tag.closing && !tag.selfClosing) {
      const end = unclosed.has(tag.name) ? tag.end : rawEnd(html, tag)
      if (end === tag.end) unclosed.add(tag.name)
      if (tag.name === 'script' && isData(html.slice(open, tag.end))) kept.push(html.slice(open, end))
      depth = Math.max(0, depth - 1)
      at = end
    } else if (tag.end - open <= MAX_TAG_CHARS) kept.push(html.slice(open, tag.end))
    else kept.push(tag.closing ? `</${tag.name}>` : `<${tag.name}>`)
  }
  kept.push(html.slice(at))
  return kept.join('')
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
