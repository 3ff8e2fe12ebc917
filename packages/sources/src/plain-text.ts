import { Parser } from 'htmlparser2'

const TAG = /<[a-z!/][^<>]{0,2000}>/i
const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/i
const HIDDEN = new Set(['script', 'style', 'applet'])
const BLOCKS = new Set(['p', 'br', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote'])

/** Markup as one line of text: tags gone, entities resolved, white space collapsed. Text without markup stays as it is. */
export function plainText(markup: string): string {
  const text = TAG.test(markup) || ENTITY.test(markup) ? stripped(markup) : markup
  return text
    .replaceAll(/(?!\s)\p{Cc}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function stripped(markup: string): string {
  let text = ''
  let hidden = 0
  const parser = new Parser({
    onopentag(name) {
      if (HIDDEN.has(name)) hidden++
      else if (BLOCKS.has(name)) text += ' '
    },
    onclosetag(name) {
      if (HIDDEN.has(name)) hidden--
    },
    ontext(part) {
      if (hidden === 0) text += part
    },
  })
  parser.end(markup)
  return text
}
