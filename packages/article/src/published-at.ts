import { dateInUrl, findDate, machineDate } from './dates.ts'
import { namesOn, type Page, type PageElement, textOf } from './dom.ts'
import { linkedText, type Metadata } from './metadata.ts'

const META = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'article.published',
  'parsely-pub-date',
  'sailthru.date',
  'publish-date',
  'publish_date',
  'published_time',
  'publication_date',
  'publicationdate',
  'pubdate',
  'pub_date',
  'pdate',
  'article_date_original',
  'originalpublicationdate',
  'date.issued',
  'dcterms.issued',
  'dc.date.issued',
  'dc.date.published',
  'dcterms.date',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dc.created',
  'dc:date',
  'cxenseparse:recs:publishtime',
  'cre-date',
  'rnews:datepublished',
  'ptime',
  'creation_date',
  'date_published',
  'date',
  'citation_publication_date',
  'bt:pubdate',
  'article:post_date',
  'shareaholic:article_published_time',
  'last-modified-date',
  'created',
]
const META_LATER = ['article:modified_time', 'og:updated_time', 'datemodified', 'last-modified', 'dcterms.modified']
const PUBLISHED_NAMES =
  /(?:^|[\s_-])(?:published?|posted|post-?date|entry-?date|pub-?date|date-?published|publish-?date|article-?date|dateline|timestamp|byline-?date|date-?time|datum|fecha|created|creation)(?=$|[\s_-])/
const DATE_NAMES = /date|time|datum|meta|byline|info|fecha|data\b|submitted/
const NOT_THE_ARTICLES = 'footer, aside, nav, [class*="comment"], [id*="comment"], [class*="related"], [class*="sidebar"], [id*="sidebar"], [class*="widget"]'

const FIRST_CHARS = 1500
const MAX_LOOKS = 300

/**
 * When the article was published: what the page says to machines, then what it shows to people, then its address.
 * An instant with its offset; null when the page does not say.
 */
export function readPublishedAt({ page, metadata, url, lang }: { page: Page; metadata: Metadata; url: string; lang: string }): string | null {
  const monthFirst = /^en-us$/i.test(lang)
  return (
    machineDate(linkedText(metadata, 'datePublished')) ??
    fromMeta(metadata, META) ??
    fromMarked(page) ??
    shownOrInUrl({ page, url, monthFirst }) ??
    fromTime(page) ??
    nearHeadline(page, monthFirst) ??
    findDate(textOf(page.body).slice(0, FIRST_CHARS), { monthFirst }) ??
    machineDate(linkedText(metadata, 'dateModified')) ??
    fromMeta(metadata, META_LATER)
  )
}

/** The day in the address, with the time that the page shows beside the same day; else what the page shows. */
function shownOrInUrl({ page, url, monthFirst }: { page: Page; url: string; monthFirst: boolean }): string | null {
  const inUrl = dateInUrl(url)
  const shown = fromNamed(page, monthFirst)
  return inUrl === null || shown?.slice(0, 10) === inUrl.slice(0, 10) ? shown : inUrl
}

function fromMeta(metadata: Metadata, names: readonly string[]): string | null {
  for (const name of names) {
    const date = machineDate(metadata.meta.get(name))
    if (date !== null) return date
  }
  return null
}

/** Elements that say themselves that they hold the date of publication. */
function fromMarked(page: Page): string | null {
  return firstDate(
    page.querySelectorAll(
      '[itemprop~="datePublished"], [property~="datePublished"], [itemprop="dateCreated"], time[pubdate], abbr.published, .dt-published, time.published, time.entry-date',
    ),
    machineOf,
  )
}

function fromTime(page: Page): string | null {
  const times = [...page.querySelectorAll('time[datetime]')].slice(0, MAX_LOOKS).filter((time) => !isElsewhere(time))
  return firstDate(times, machineOf)
}

function fromNamed(page: Page, monthFirst: boolean): string | null {
  const all = [...page.querySelectorAll('[class], [id]')].filter((element) => DATE_NAMES.test(namesOn(element)))
  const named = all.slice(0, MAX_LOOKS).filter((element) => !isElsewhere(element))
  const short = named.filter((element) => textOf(element).length <= 200)
  const best = short.filter((element) => PUBLISHED_NAMES.test(namesOn(element)))
  return firstDate([...best, ...short], (element) => machineDate(stampOn(element)) ?? findDate(textOf(element), { monthFirst }))
}

/** The machine's form of a date, on the element itself or on a time inside it. */
function stampOn(element: PageElement): string | null {
  return element.getAttribute('datetime') ?? element.querySelector('time[datetime]')?.getAttribute('datetime') ?? element.getAttribute('title')
}

const machineOf = (element: PageElement): string | null =>
  machineDate(element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title')) ?? findDate(textOf(element))

function firstDate(elements: Iterable<PageElement>, read: (element: PageElement) => string | null): string | null {
  let looked = 0
  for (const element of elements) {
    const date = read(element)
    if (date !== null) return date
    if (++looked > MAX_LOOKS) return null
  }
  return null
}

/** In a comment, a sidebar, a list of other stories; a theme may call the whole page so. */
function isElsewhere(element: PageElement): boolean {
  const around = element.closest(NOT_THE_ARTICLES)
  return around !== null && around.localName !== 'body' && around.localName !== 'html' && around.querySelector('h1') === null
}

/** The text right around the headline often holds the date as plain words. */
function nearHeadline(page: Page, monthFirst: boolean): string | null {
  const headline = page.querySelector('h1') ?? page.querySelector('h2')
  for (let block = headline?.parentElement ?? null, level = 0; block && level < 3; block = block.parentElement, level++) {
    const date = findDate(textOf(block).slice(0, 600), { monthFirst })
    if (date !== null) return date
  }
  return null
}
