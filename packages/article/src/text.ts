import { ELEMENT, type PageElement, type PageNode, TEXT } from './dom.ts'

const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'tfoot',
  'thead',
  'tr',
  'ul',
])
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'button',
  'select',
  'option',
  'textarea',
  'figcaption',
  'head',
  'object',
  'audio',
  'video',
  'canvas',
  'rt',
  'rp',
])

export type Block = { text: string; element: PageElement; linked: number }

/** The blocks of running text below an element, in order: one per paragraph, heading, list item or line group. */
export function blocksOf(root: PageElement): Block[] {
  const blocks: Block[] = []
  let current: Block = { text: '', element: root, linked: 0 }
  const flush = (element: PageElement) => {
    const text = tidy(current.text)
    if (text !== '') blocks.push({ ...current, text })
    current = { text: '', element, linked: 0 }
  }
  const walk = (node: PageNode, inLink: boolean): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT) {
        current.text += (child.textContent ?? '').replaceAll(/\s+/g, ' ')
        if (inLink) current.linked += (child.textContent ?? '').trim().length
      } else if (child.nodeType === ELEMENT) enter(child as PageElement, inLink)
    }
  }
  const enter = (element: PageElement, inLink: boolean): void => {
    const name = element.localName
    if (SILENT.has(name)) return
    if (name === 'br') current.text += '\n'
    else if (name === 'td' || name === 'th') {
      current.text += ' '
      walk(element, inLink)
    } else if (BLOCKS.has(name)) {
      flush(element)
      walk(element, inLink)
      flush(element.parentElement ?? root)
    } else walk(element, inLink || name === 'a')
  }
  walk(root, false)
  flush(root)
  return blocks
}

/** An element as text: paragraphs joined by blank lines. */
export function blockText(root: PageElement): string {
  return blocksOf(root)
    .map((block) => block.text)
    .join('\n\n')
}

/** Two line breaks in a row are a paragraph's end; a single one is kept as a line break. */
function tidy(raw: string): string {
  const lines = raw
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u00ad', '')
    .replaceAll('\u200b', '')
    .split('\n')
    .map((line) => line.replaceAll(/[^\S\n]+/g, ' ').trim())
  return lines
    .join('\n')
    .replaceAll(/\n{2,}/g, '\n\n')
    .trim()
}
