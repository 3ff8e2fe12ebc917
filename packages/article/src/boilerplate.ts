import { namesOn, type Page, type PageElement, textOf } from './dom.ts'

const ALWAYS = 'nav, form, dialog, [role="navigation"], [role="dialog"], [role="search"], [aria-hidden="true"] > ul, [hidden], template'
const NAMES =
  /(?:^|[\s_-])(?:share|sharing|social|addtoany|sharedaddy|follow-us|newsletter|subscribe|subscription|signup|sign-up|related|read-?more|readalso|also-read|read-also|recommend(?:ed|ation)?s?|trending|most-(?:read|popular)|popular-posts|outbrain|taboola|promo|advert(?:isement)?|ads?|adsense|sponsored|cookie|consent|gdpr|breadcrumbs?|pagination|pager|comments?|commentlist|disqus|respond|tag-?s?-?(?:list|cloud|links)|post-tags|jp-relatedposts|author-?(?:bio|box|info|card)|paywall|toolbar|print-?(?:link|button)|skip-link|screen-reader(?:-text)?|visually-hidden|sr-only|navigation|post-nav|footer|sidebar|widget)(?=$|[\s_-])/
const MAX_SHARE_OF_TEXT = 0.4

/** Takes out of the page what is never the article: navigation, forms, sharing, related stories, newsletters, cookie boxes, comments. */
export function removeBoilerplate(page: Page): void {
  for (const element of page.querySelectorAll(ALWAYS)) element.remove()
  const body = page.body
  if (!body) return
  const total = textOf(body).length
  for (const element of [...body.querySelectorAll('[class], [id]')]) {
    if (NAMES.test(namesOn(element)) && isSmallPart(element, total)) element.remove()
  }
}

/** Some themes call their whole page "sidebar-right" or "has-comments": what holds much of the text, or the article, stays. */
function isSmallPart(element: PageElement, total: number): boolean {
  if (element.localName === 'body' || element.localName === 'html' || element.localName === 'article' || element.localName === 'main') return false
  if (element.querySelector('h1, article, main, [itemprop="articleBody"]')) return false
  return textOf(element).length <= total * MAX_SHARE_OF_TEXT
}

// Whole lines that are furniture in any article. Anchored at both ends or at a colon, so that a sentence is never one.
const LINES: readonly RegExp[] = [
  /^(?:also read|read also|read more|read next|see also|related(?: (?:stories|articles|news|posts|topics))?|more (?:on|from)|don'?t miss|recommended|watch|must read|lea también|leer más|leia (?:também|mais)|lire aussi|à lire|lesen sie auch|mehr zum thema|baca juga|lihat juga|xem thêm|đọc thêm)\s*[:：|>»–-]/iu,
  /^(?:advertisement|advertising|anzeige|publicidad|publicidade|publicité|iklan|sponsored|story continues below(?: this)? advert(?:isement)?|continue reading|scroll to continue|skip ad|share|share this(?: article| story)?|print|e-?mail|tweet|comments?|\d{1,5} comments?|reply|tags?|loading\.*|listen|save|copy link|copied|follow us|back to top)[.:]?$/iu,
  /^(?:share (?:this|on|via)|follow us|like us|join (?:us|our)|subscribe|sign up|get (?:the|our) (?:latest|daily|free)|download (?:the|our)|click here|tap here|to continue reading|already a subscriber|copyright|©|\(c\) \d{4}|all rights reserved|this material may not be published|we use cookies|this (?:site|website) uses cookies|by (?:using|continuing|clicking)[^.]{0,80}(?:cookies|terms)|abonnieren|newsletter|suscríbete|inscreva-se|inscrivez-vous|langganan)(?=$|[\s:,!.])[^.!?]{0,160}[.!?]?$/iu,
  /^(?:photo|image|picture|foto|bild|file photo|source|quelle|via|filed under|categor(?:y|ies)|tags?|topics?|keywords?|posted (?:in|by|on)|published|updated|last (?:updated|modified))\s*:\s*.{0,160}$/iu,
]
const MAX_LINE_CHARS = 220

/** True for a line that belongs to the page, not to the article. */
export function isFurniture(text: string): boolean {
  return text.length <= MAX_LINE_CHARS && LINES.some((line) => line.test(text))
}
