import { type Page, textOf } from './dom.ts'
import { linkedText, type Metadata } from './metadata.ts'

const SEPARATORS = /\s+(?:[|·•»«›‹–—:]|::|\/\/|-{1,2}|\\|\/)\s+/
const MAX_CHARS = 500

/** The headline without the site's name: an h1 that the page's title confirms, else what the page gives to machines, else its title cut. */
export function readTitle(page: Page, metadata: Metadata): string {
  const shown = clean(page.querySelector('head title')?.textContent ?? page.title)
  const social = clean(metadata.meta.get('og:title') ?? metadata.meta.get('twitter:title') ?? '')
  const headings = [...page.querySelectorAll('h1')].map(textOf).filter((text) => text !== '' && text.length <= MAX_CHARS)
  const confirmed = headings.find((heading) => confirms(heading, shown) || confirms(heading, social))
  const linked = clean(linkedText(metadata, 'headline') ?? '')
  const best =
    confirmed ??
    (linked ||
      (social ? withoutSite(social, metadata) : '') ||
      (headings.length === 1 ? (headings[0] as string) : '') ||
      withoutSite(shown, metadata) ||
      headings[0] ||
      '')
  return best.slice(0, MAX_CHARS)
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

function withoutSite(title: string, metadata: Metadata): string {
  const site = plain(metadata.meta.get('og:site_name') ?? metadata.meta.get('application-name') ?? '')
  const parts = title.split(SEPARATORS)
  if (parts.length < 2) return title
  const named = parts.findIndex((part) => site !== '' && plain(part) === site)
  if (named === 0) return title.slice(title.indexOf(parts[1] as string))
  if (named > 0)
    return title
      .slice(0, title.lastIndexOf(parts[named] as string))
      .replace(/\s+\S{1,2}\s*$/, '')
      .trim()
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a))
  return longest.length >= 15 ? longest.trim() : title
}

function clean(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
