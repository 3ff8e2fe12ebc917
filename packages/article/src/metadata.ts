import type { Page } from './dom.ts'

/** What a page says about itself in its head: `meta` by lower-case name, and its JSON-LD objects, article-like ones first. */
export type Metadata = Readonly<{ meta: ReadonlyMap<string, string>; objects: readonly LinkedObject[] }>
export type LinkedObject = Readonly<Record<string, unknown>>

const MAX_OBJECTS = 200
const ARTICLE =
  /^(?:News|Report|Opinion|Analysis|Background|Scholarly|Tech|Review|Advertiser)?(?:Article|NewsArticle)$|^BlogPosting$|^LiveBlogPosting$|^SocialMediaPosting$|^Report$|^WebPage$/

export function readMetadata(page: Page): Metadata {
  const meta = new Map<string, string>()
  for (const element of page.querySelectorAll('meta[content]')) {
    const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop') ?? '').toLowerCase().trim()
    const content = (element.getAttribute('content') ?? '').trim()
    if (name !== '' && content !== '' && !meta.has(name)) meta.set(name, content)
  }
  return { meta, objects: linkedObjects(page) }
}

/** A text under one of these names in the article's JSON-LD. */
export function linkedText(metadata: Metadata, name: string): string | null {
  for (const object of metadata.objects) {
    const value = object[name]
    const first = Array.isArray(value) ? value[0] : value
    if (typeof first === 'string' && first.trim() !== '') return first.trim()
  }
  return null
}

function linkedObjects(page: Page): LinkedObject[] {
  const found: LinkedObject[] = []
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) collect(parse(script.textContent ?? ''), found, 0)
  const articles = found.filter((object) => typesOf(object).some((type) => ARTICLE.test(type)))
  return articles.toSorted((a, b) => rank(a) - rank(b))
}

/** A page object describes the page, an article object the article: the latter wins. */
const rank = (object: LinkedObject): number => (typesOf(object).includes('WebPage') ? 1 : 0)

function typesOf(object: LinkedObject): string[] {
  const type = object['@type']
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string')
}

function parse(text: string): unknown {
  const bare = text.replace(/^\s*(?:\/\/)?\s*<!\[CDATA\[/, '').replace(/(?:\/\/)?\s*\]\]>\s*$/, '')
  try {
    return JSON.parse(bare)
  } catch {
    // Editors paste line breaks into strings, which JSON forbids.
    try {
      return JSON.parse(bare.replaceAll(/\p{Cc}+/gu, ' '))
    } catch {
      return null
    }
  }
}

function collect(value: unknown, found: LinkedObject[], depth: number): void {
  if (depth > 6 || found.length >= MAX_OBJECTS || value === null || typeof value !== 'object') return
  if (Array.isArray(value)) {
    for (const one of value) collect(one, found, depth + 1)
    return
  }
  const object = value as LinkedObject
  if (object['@type'] !== undefined) found.push(object)
  for (const name of ['@graph', 'mainEntity', 'mainEntityOfPage']) collect(object[name], found, depth + 1)
}
