import type { GeneratedDocument } from './generate-documents.ts'

// A news page weighs far more than its text: styles, state for scripts, menus, teasers. About 60 KB here.
const times = (count: number, make: (n: number) => string) => Array.from({ length: count }, (_, n) => make(n)).join('\n')
const words = ['Home', 'World', 'Region', 'Business', 'Sport', 'Weather', 'Culture', 'Science', 'Travel', 'Food', 'Opinion', 'Archive']
const word = (n: number) => words[n % words.length] ?? ''

const styles = times(
  150,
  (n) => `.block-${n} > .cell { margin: ${n % 9}px; padding: ${n % 5}px ${n % 7}px; border-top: 1px solid #e${n % 10}e${n % 10}e${n % 10} }`,
)
const state = JSON.stringify(
  Array.from({ length: 120 }, (_, n) => ({
    id: n,
    section: word(n),
    layout: { columns: (n % 3) + 1, pinned: n % 4 === 0 },
    tracking: `slot-${n}-${n * 7919}`,
  })),
)
const menu = times(120, (n) => `<li class="menu-item menu-item-${n}"><a href="/${word(n).toLowerCase()}/${n}" data-slot="${n}">${word(n)} ${n}</a></li>`)
const teasers = times(
  70,
  (n) =>
    `<div class="teaser block-${n}"><a href="/${word(n).toLowerCase()}/story-${n}"><img src="/images/${n}.jpg" alt="" loading="lazy" width="320" height="180"><h3>${word(n)} desk: note ${n}</h3></a><span class="meta">${word(n + 1)}</span></div>`,
)

/** The page of a document as its outlet would serve it: the text within a frame of everything that is not the text. */
export function pageOf({ title, text, published_at, publisher }: GeneratedDocument['document']): string {
  const paragraphs = text.split('\n\n').map((paragraph) => `<p>${escaped(paragraph)}</p>`)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)} | ${escaped(publisher)}</title>
<meta property="article:published_time" content="${published_at}"><style>${styles}</style><script>window.__STATE__ = ${state}</script></head>
<body><header><nav><ul>${menu}</ul></nav></header>
<main><article><h1>${escaped(title)}</h1><time datetime="${published_at}">${published_at}</time>${paragraphs.join('\n')}</article>
<aside><h2>Most read</h2>${teasers}</aside></main>
<footer><ul>${menu}</ul><p>All rights reserved. Terms of use. Contact the desk.</p></footer></body></html>`
}

/** Text as it stands in HTML and XML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
