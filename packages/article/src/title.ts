import { namesOn, type Page, type PageElement, textOf } from './dom.ts'
import { linkedText, type Metadata } from './metadata.ts'

const SEPARATORS = /\s+(?:[|·•»«›‹–—:]|::|\/\/|-{1,2}|\\|\/)\s+|\s*[|»«]\s*/
const MAX_CHARS = 500
const HEADINGS = 'h1, h2, [itemprop~="headline"], .entry-title, .post-title, .article-title, .headline'
const MARKED = /(?:^|[\s_-])(?:entry|post|article|story|page|node)[-_]?(?:title|headline)|(?:^|\s)headline/
const SITE = /(?:^|[\s_-])(?:site|blog|brand|logo|header)[-_]?(?:title|name|heading|text)?(?=$|\s)/

/** The headline without the site's name: a heading that the page's title confirms, else what the page gives to machines, else its title cut. */
export function readTitle(page: Page, metadata: Metadata): string {
  const shown = clean(page.querySelector('head title')?.textContent ?? page.title)
  const social = clean(metadata.meta.get('og:title') ?? metadata.meta.get('twitter:title') ?? '')
  const site = plain(metadata.meta.get('og:site_name') ?? metadata.meta.get('application-name') ?? '')
  const headings = readHeadings(page, site)
  const confirmed = headings
    .filter(({ text }) => confirms(text, shown) || confirms(text, social))
    .toSorted((a, b) => b.weight - a.weight || b.text.length - a.text.length)[0]
  const machine = [clean(linkedText(metadata, 'headline') ?? ''), social && withoutSite(social, site)].filter((title) => title !== '')
  const first = theOnlyOne(headings.filter((heading) => isFirstLevel(heading) && sharesWords(heading.text, `${shown} ${social}`)))
  const choices = [
    confirmed?.text,
    first && !machine.some((title) => isPartOf(title, first)) ? first : undefined,
    ...machine,
    headings.find(({ weight }) => weight >= MARKED_WEIGHT)?.text,
    theOnlyOne(headings.filter(({ weight }) => weight === 1)),
    withoutSite(shown, site),
    headings[0]?.text,
  ]
  return (choices.find((choice) => choice) ?? '').slice(0, MAX_CHARS)
}

type Heading = { text: string; weight: number }
const MARKED_WEIGHT = 2

/** The page's headings but for those that name the site. A first-level one weighs more, one that says it is the article's headline most. */
function readHeadings(page: Page, site: string): Heading[] {
  const found: Heading[] = []
  for (const element of page.querySelectorAll(HEADINGS)) {
    const text = clean(textOf(element))
    if (text === '' || text.length > MAX_CHARS || plain(text) === site || namesTheSite(element)) continue
    const marked = MARKED.test(namesOn(element)) || element.hasAttribute('itemprop')
    found.push({ text, weight: (marked ? MARKED_WEIGHT : 0) + (element.localName === 'h1' ? 1 : 0) })
    if (found.length >= 100) break
  }
  return found
}

function namesTheSite(element: PageElement): boolean {
  const link = element.querySelector('a[href]')
  const href = link?.getAttribute('href') ?? ''
  const home = link !== null && textOf(link) === textOf(element) && (/^(?:\/|\.\/|https?:\/\/[^/]+\/?)$/.test(href) || link.getAttribute('rel') === 'home')
  return home || SITE.test(namesOn(element))
}

function theOnlyOne(headings: readonly Heading[]): string | undefined {
  return headings.length === 1 ? headings[0]?.text : undefined
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A heading is the headline when the page's title begins or ends with it. */
function confirms(heading: string, title: string): boolean {
  const [h, t] = [plain(heading), plain(title)]
  return h.length >= 3 && t !== '' && (t === h || ((t.startsWith(`${h} `) || t.endsWith(` ${h}`)) && h.length * 3 >= t.length))
}

const isFirstLevel = ({ weight }: Heading): boolean => weight % MARKED_WEIGHT === 1

/** Editors write another title for search engines: the same matter shows in the words. */
function sharesWords(heading: string, title: string): boolean {
  const known = new Set(plain(title).split(' '))
  const words = plain(heading)
    .split(' ')
    .filter((word) => word.length >= 4)
  return words.length >= 2 && words.filter((word) => known.has(word)).length >= words.length * 0.3
}

/** Themes put the section, a kicker or the date into the same element as the headline. */
function isPartOf(title: string, heading: string): boolean {
  const [t, h] = [plain(title), plain(heading)]
  return t.includes(' ') && t !== h && ` ${h} `.includes(` ${t} `)
}

function withoutSite(title: string, site: string): string {
  const parts = title.split(SEPARATORS).filter((part) => part !== '')
  if (parts.length < 2) return title
  const named = parts.findIndex((part) => site !== '' && plain(part) === site)
  if (named === 0) return title.slice(title.indexOf(parts[1] as string))
  if (named > 0) {
    return title
      .slice(0, title.lastIndexOf(parts[named] as string))
      .replace(/\s*\S{1,2}\s*$/, '')
      .trim()
  }
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a))
  return longest.length >= 15 ? longest.trim() : title
}

function clean(text: string): string {
  return text.replaceAll('\u00ad', '').replaceAll(/\s+/g, ' ').trim()
}
