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
  'created',
]
const META_LATER = ['article:modified_time', 'og:updated_time', 'datemodified', 'last-modified', 'last-modified-date', 'dcterms.modified']
const PUBLISHED_NAMES =
  /(?:^|[\s_-])(?:published?|posted|post-?date|entry-?date|pub-?date|date-?published|publish-?date|article-?date|dateline|timestamp|byline-?date|date-?time|datum|fecha|created|creation)(?=$|[\s_-])/
const DATE_NAMES = /date|time|datum|meta|byline|info|fecha|data\b|submitted/
const NOT_THE_ARTICLES = 'footer, aside, nav, [class*="comment"], [id*="comment"], [class*="related"], [class*="sidebar"], [id*="sidebar"], [class*="widget"]'
const OF_OTHERS = 'footer, nav, [class*="comment"], [id*="comment"], [class*="related"]'

const FIRST_CHARS = 1500
const MAX_LOOKS = 300

/** `latest` is an instant that the article cannot be younger than: when its page was fetched. */
export type DateSources = Readonly<{ page: Page; metadata: Metadata; url: string; lang: string; html: string; latest: string | null }>

/**
 * When the article was published: what the page says to machines, then what it shows to people, then its address.
 * An instant with its offset; null when the page does not say. Dates after `latest` are misreadings, or announce something.
 */
export function readPublishedAt({ page, metadata, url, lang, html, latest }: DateSources): string | null {
  const monthFirst = /^en-us$/i.test(lang)
  const places: (() => string | null)[] = [
    () => machineDate(linkedText(metadata, 'datePublished')),
    () => fromMeta(metadata, META),
    () => fromMarked(page),
    () => shownOrInUrl({ page, url, monthFirst }),
    () => fromTime(page),
    () => nearHeadline(page, monthFirst),
    () => labelled(page, PUBLISHED_LABEL),
    () => findDate(withoutChanges(textOf(page.body).slice(0, FIRST_CHARS)), { monthFirst }),
    () => machineDate(linkedText(metadata, 'dateModified')),
    () => fromMeta(metadata, META_LATER),
    () => publishedInScripts(html),
    () => labelled(page, UPDATED_LABEL),
    () =>
      firstDate(
        [...page.querySelectorAll('time[datetime]')].slice(0, MAX_LOOKS).filter((time) => time.closest(OF_OTHERS) === null),
        machineOf,
      ),
  ]
  const limit = latest === null ? Number.POSITIVE_INFINITY : Date.parse(latest) + CLOCKS_DIFFER_MS
  for (const place of places) {
    const date = place()
    if (date !== null && Date.parse(date) <= limit) return date
  }
  return null
}

// A date without a zone counts as UTC, and one without a time as noon.
const CLOCKS_DIFFER_MS = 26 * 3_600_000

const PUBLISHED_LABEL =
  /(?<!\p{L})(?:first published|published|posted|publication date|date published|erschienen|veröffentlicht|publié|publicado|publicada|pubblicato|gepubliceerd|diterbitkan|dipublikasikan|ngày đăng|เผยแพร่)(?:\s(?:on|am|le|el|il|em|op|pada|at))?\s{0,3}[:：]?\s{0,3}/giu
const UPDATED_LABEL =
  /(?<!\p{L})(?:last updated|last modified|last change|updated|modified|(?:zuletzt |letzte )?(?:aktualisiert|geändert|änderung|aktualisierung)|mis à jour|modifié|actualizado|atualizado|aggiornato|bijgewerkt|diperbarui|cập nhật)(?:\s(?:on|am|le|el|il|em|op|pada|at))?\s{0,3}[:：]?\s{0,3}/giu
const MAX_LABELS = 20

/** A date right behind the words that say what it is, wherever on the page. */
function labelled(page: Page, label: RegExp): string | null {
  const text = textOf(page.body)
  let looked = 0
  for (const match of text.matchAll(label)) {
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 40)
    const date = /^\D{0,20}\d/.test(behind) ? findDate(behind) : null
    if (date !== null) return date
    if (++looked >= MAX_LABELS) return null
  }
  return null
}

/** What a page's scripts give to each other; names and quotes as JSON in JavaScript, or in attributes. */
function publishedInScripts(html: string): string | null {
  const found =
    /(?:date_?published|published_?(?:date|at|time|on)|publish_?(?:date|time)|publication_?date)\\?(?:"|'|&quot;)?\s{0,3}:\s{0,3}\\?(?:"|'|&quot;)(\d{4}-\d{2}-\d{2}[^"'&\\]{0,20})/i.exec(
      html,
    )
  return machineDate(found?.[1])
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

const MARKED =
  '[itemprop~="datePublished"], [property~="datePublished"], [itemprop="dateCreated"], time[pubdate], abbr.published, span.published, .dt-published, time.published, time.entry-date'

/** Elements that say themselves that they hold the date of publication; those nearest to the headline first, as other stories have theirs. */
function fromMarked(page: Page): string | null {
  const headline = page.querySelector('article h1, main h1, h1')
  for (let block = headline?.parentElement ?? null, level = 0; block && level < 6; block = block.parentElement, level++) {
    const date = firstDate(block.querySelectorAll(MARKED), machineOf)
    if (date !== null) return date
  }
  return firstDate(page.querySelectorAll(MARKED), machineOf)
}

function fromTime(page: Page): string | null {
  const times = [...page.querySelectorAll('time[datetime]')].slice(0, MAX_LOOKS).filter((time) => !isElsewhere(time))
  return firstDate(times, machineOf)
}

function fromNamed(page: Page, monthFirst: boolean): string | null {
  const all = [...page.querySelectorAll('[class], [id]')].filter((element) => DATE_NAMES.test(namesOn(element)))
  const named = all.slice(0, MAX_LOOKS).filter((element) => !isElsewhere(element) && !isOfChange(element))
  const short = named.filter((element) => textOf(element).length <= 200)
  const best = short.filter((element) => PUBLISHED_NAMES.test(namesOn(element)))
  return firstDate([...best, ...short], (element) => machineDate(stampOn(element)) ?? findDate(textOf(element), { monthFirst }))
}

const OF_CHANGE = /^(?:last (?:updated|modified|changed?)|(?:zuletzt |letzte )(?:aktualisiert|geändert|änderung|aktualisierung))/i

/** When the page was last changed, as its words say. */
function isOfChange(element: PageElement): boolean {
  const around = [element, element.parentElement, element.parentElement?.parentElement].map(textOf)
  return around.some((text) => text.length <= 120 && OF_CHANGE.test(text))
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

/** Dates of changes, with the words that name them, taken out. */
const withoutChanges = (text: string): string =>
  text.replaceAll(new RegExp(`${UPDATED_LABEL.source}\\d{1,4}[\\s./-]{1,3}(?:\\p{L}{3,12}|\\d{1,2})[\\s.,/-]{1,3}\\d{1,4}`, 'giu'), ' ')

/** The text right around the headline often holds the date as plain words. */
function nearHeadline(page: Page, monthFirst: boolean): string | null {
  const headline = page.querySelector('h1') ?? page.querySelector('h2')
  for (let block = headline?.parentElement ?? null, level = 0; block && level < 3; block = block.parentElement, level++) {
    const date = findDate(withoutChanges(textOf(block).slice(0, 600)), { monthFirst })
    if (date !== null) return date
  }
  return null
}
