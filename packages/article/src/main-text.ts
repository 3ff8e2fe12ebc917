import { Readability } from '@mozilla/readability'
import { isFurniture } from './boilerplate.ts'
import { type Page, type PageElement, textOf } from './dom.ts'
import { linkedText, type Metadata } from './metadata.ts'
import { type Block, blocksOf } from './text.ts'

const MIN_TEXT = 200

/** The running text of the article. Readability finds the element; when it finds too little, the page's own article element does. */
export function mainText(page: Page, { title, metadata }: { title: string; metadata: Metadata }): string {
  const fallback = ownArticle(page)
  const found = readable(page)
  const text = found ? textFrom(found, title) : ''
  if (text.length >= MIN_TEXT) return text
  const others = [fallback, linkedText(metadata, 'articleBody') ?? '']
  return others.reduce((best, other) => (other.length > best.length * 2 ? other : best), text)
}

function readable(page: Page): PageElement | null {
  const reader = new Readability<PageElement>(page as never, {
    keepClasses: true,
    charThreshold: 250,
    serializer: (element) => element as unknown as PageElement,
  })
  return reader.parse()?.content ?? null
}

/** The text of the largest element that the page marks as its article. Taken before Readability changes the page. */
function ownArticle(page: Page): string {
  const marked = [...page.querySelectorAll('[itemprop="articleBody"], article, main, [role="main"]')]
  const texts = (marked.length > 0 ? marked : page.body ? [page.body] : []).map((element) => textFrom(element, ''))
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '')
}

function textFrom(element: PageElement, title: string): string {
  const blocks = blocksOf(element).filter((block) => !isFurniture(block.text) && !isLinkList(block))
  const start = blocks.findIndex((block) => block.text !== title)
  return blocks
    .slice(Math.max(0, start))
    .map((block) => block.text)
    .join('\n\n')
}

/** A block that is nearly all links is navigation, unless it stands in a sentence. */
function isLinkList(block: Block): boolean {
  return block.linked >= block.text.length * 0.9 && block.text.length < 120 && !/[.!?]["”’]?$/.test(block.text) && textOf(block.element).length > 0
}
