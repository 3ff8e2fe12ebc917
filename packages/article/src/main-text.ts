import { Readability } from '@mozilla/readability'
import { namesOn, type Page, type PageElement, textOf } from './dom.ts'
import { isFurniture, withoutTail } from './furniture.ts'
import { linkedText, type Metadata } from './metadata.ts'
import { type Block, blocksOf } from './text.ts'

// Where content systems put the body of an article.
const BODIES = [
  '[itemprop~="articleBody"]',
  '.entry-content',
  '.post-content',
  '.post-body',
  '.post-text',
  '.article-body',
  '.article-content',
  '.article__body',
  '.article-text',
  '.article__content',
  '.story-body',
  '.story-content',
  '.news-text',
  '.node-content',
  '.field--name-body',
  '.td-post-content',
  '#article-body',
  '#storytext',
  '#content-main',
  'article',
  'main',
  '[role="main"]',
].join(', ')
const LEADS =
  /(?:^|[\s_-])(?:lead|lede|standfirst|abstract|dek|deck|intro|introduction|teaser|teaser-?text|subtitle|subheadline|sub-?head|summary|excerpt|vorspann|kicker-text|chapo|bajada|copete|sumario|description|documentdescription)(?=$|[\s_-])/
const OF_SITE = /(?:site|blog|brand|page|header|footer)[-_]?(?:description|subtitle|intro|summary)/
const MIN_TEXT = 200
const MAX_CANDIDATES = 30
const MAX_LOOKS = 300
const TOO_LITTLE = 0.6
// The whole page stands in only when nearly nothing was found: press releases are short.
const WHOLE_FACTOR = 6

type Candidate = { text: string; linkShare: number }

/**
 * The running text of the article. Readability finds the element; when what it finds is much less than what the page names as its body,
 * or what it gives to machines, that is taken instead. A lead that stands apart comes first.
 */
export function mainText(page: Page, { title, metadata }: { title: string; metadata: Metadata }): string {
  const named = bestNamed(page, title)
  const lead = readLead(page, title) || announced(page, metadata)
  const whole = page.body ? textFrom(page.body, title) : ''
  // Readability tries a page with little text four times over.
  const found = whole.length < MIN_TEXT ? null : readable(page)
  const text = found ? textFrom(found, title) : ''
  const best = [named, tidy(linkedText(metadata, 'articleBody') ?? '')].reduce((now, other) => (now.length < other.length * TOO_LITTLE ? other : now), text)
  return withLead(lead, best.length < MIN_TEXT && whole.length > best.length * WHOLE_FACTOR ? whole : best)
}

function readable(page: Page): PageElement | null {
  const reader = new Readability<PageElement>(page as never, {
    keepClasses: true,
    charThreshold: 250,
    serializer: (element) => element as unknown as PageElement,
  })
  return reader.parse()?.content ?? null
}

/** The longest text of an element that is named as a body and is not a list of links. Taken before Readability changes the page. */
function bestNamed(page: Page, title: string): string {
  const candidates = [...page.querySelectorAll(BODIES)].slice(0, MAX_CANDIDATES).map((element) => measure(element, title))
  return candidates.filter(({ linkShare }) => linkShare < 0.35).reduce((best, { text }) => (text.length > best.length * 1.15 ? text : best), '')
}

function measure(element: PageElement, title: string): Candidate {
  const blocks = blocksOf(element)
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0)
  const linked = blocks.reduce((sum, block) => sum + block.linked, 0)
  return { text: joined(blocks, title), linkShare: total === 0 ? 1 : linked / total }
}

/** The sentence or two between headline and body. */
function readLead(page: Page, title: string): string {
  const named = [...page.querySelectorAll('p, h2, h3, div, span')].filter((element) => LEADS.test(namesOn(element)) && !OF_SITE.test(namesOn(element)))
  for (const element of named.slice(0, MAX_LOOKS)) {
    if (element.closest('aside, footer, nav, li, a')) continue
    const text = textOf(element)
    if (text.length >= 40 && text.length <= 800 && text !== title && !isFurniture(text)) return text
  }
  return ''
}

const MIN_LEAD = 60

/** The sentences that the page gives as its description, when it shows them as well: its lead. */
function announced(page: Page, metadata: Metadata): string {
  const { meta } = metadata
  const key = (meta.get('og:description') ?? meta.get('description') ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, MIN_LEAD)
  if (key.length < MIN_LEAD) return ''
  for (const element of [...page.querySelectorAll('p, h2, h3, h4')].slice(0, MAX_LOOKS)) {
    const text = textOf(element)
    if (text.startsWith(key) && text.length <= 800) return element.closest('aside, footer, nav, li, a') ? '' : text
  }
  return ''
}

function withLead(lead: string, text: string): string {
  if (lead === '' || text === '') return text || lead
  const key = lead.slice(0, 40)
  return text.replaceAll(/\s+/g, ' ').includes(key) ? text : `${lead}\n\n${text}`
}

function textFrom(element: PageElement, title: string): string {
  return joined(blocksOf(element), title)
}

function joined(blocks: readonly Block[], title: string): string {
  const kept = blocks.filter((block) => block.text !== title && !isFurniture(block.text) && !isLinkList(block))
  return withoutTail(withoutRepeats(kept.map((block) => block.text))).join('\n\n')
}

const LONG = 60

/** Galleries and mobile copies show a paragraph twice. */
function withoutRepeats(texts: readonly string[]): string[] {
  const first = new Map(texts.map((text, i) => [text, i] as const).toReversed())
  return texts.filter((text, i) => text.length < LONG || first.get(text) === i)
}

/** A block that is nearly all links is navigation, unless it stands in a sentence. */
function isLinkList(block: Block): boolean {
  return block.linked >= block.text.length * 0.9 && block.text.length < 120 && !/[.!?]["”’]?$/.test(block.text)
}

const tidy = (text: string): string =>
  text
    .replaceAll(/<[^>]{1,500}>/g, ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\s*\n\s*/g, '\n\n')
    .trim()
