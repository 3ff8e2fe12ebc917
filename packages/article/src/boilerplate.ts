import { namesOn, type Page, type PageElement, textOf } from './dom.ts'

const ALWAYS = 'nav, footer, form, dialog, [role="navigation"], [role="dialog"], [role="search"], [aria-hidden="true"] > ul, [hidden], template'
const NAMES =
  /(?:^|[\s_-])(?:share|sharing|social|addtoany|sharedaddy|follow-us|newsletter|subscribe|subscription|signup|sign-up|related|read-?more|readalso|also-read|read-also|recommend(?:ed|ation)?s?|trending|most-(?:read|popular)|popular-posts|outbrain|taboola|promo|advert(?:isement)?|ads?|adsense|sponsored|cookie|consent|gdpr|breadcrumbs?|pagination|pager|comments?|commentlist|disqus|respond|tag-?s?-?(?:list|cloud|links)|post-tags|jp-relatedposts|author-?(?:bio|box|info|card)|paywall|toolbar|print-?(?:link|button)|skip-link|screen-reader(?:-text)?|visually-hidden|sr-only|navigation|post-nav|footer|sidebar|widget|captions?|caption-text|figcaption|img-?caption|image-?caption|photo-?credit|image-?credit|credits?|copyright|bildunterschrift|bildnachweis|disclosure|disclaimer|site-(?:description|branding|tagline)|blog-description)(?=$|[\s_-])/
const MAX_SHARE_OF_PROSE = 0.3
const PROSE_CHARS = 80
// Looking into an element costs what it holds; pages that nest thousands of "share" boxes are built to cost.
const MAX_LOOKS = 1000

/** Takes out of the page what is never the article: navigation, forms, sharing, related stories, newsletters, cookie boxes, comments. */
export function removeBoilerplate(page: Page): void {
  for (const element of [...page.querySelectorAll(ALWAYS)].slice(0, MAX_LOOKS)) if (!holdsArticle(element)) element.remove()
  const body = page.body
  if (!body) return
  const total = proseIn(body)
  const named = [...body.querySelectorAll('[class], [id], [style]')].filter((element) => NAMES.test(namesOn(element)) || isHidden(element))
  for (const element of named.slice(0, MAX_LOOKS)) {
    if (element.parentElement !== null && !holdsArticle(element) && proseIn(element) <= total * MAX_SHARE_OF_PROSE) element.remove()
  }
}

const isHidden = (element: PageElement): boolean => /(?:display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden)/i.test(element.getAttribute('style') ?? '')

/** Some themes call their whole page "sidebar-right" or "has-comments", or wrap it in a form: what holds the article stays. */
function holdsArticle(element: PageElement): boolean {
  if (['body', 'html', 'article', 'main'].includes(element.localName)) return true
  return element.querySelector('h1, article, main, [itemprop="articleBody"]') !== null
}

/** Characters in paragraphs that are long enough to be prose. */
function proseIn(element: PageElement): number {
  let total = 0
  for (const paragraph of element.querySelectorAll('p')) {
    const { length } = textOf(paragraph)
    if (length >= PROSE_CHARS) total += length
  }
  return total
}
