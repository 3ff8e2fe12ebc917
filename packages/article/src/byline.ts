import { type Page, textOf } from './dom.ts'
import type { LinkedObject, Metadata } from './metadata.ts'

const META = ['author', 'article:author', 'dc.creator', 'dcterms.creator', 'parsely-author', 'sailthru.author', 'byl']
const MARKED = '[rel="author"], [itemprop~="author"] [itemprop="name"], [itemprop~="author"], .byline, .author-name, .p-author, .author'
const MAX_CHARS = 200

/** Who wrote it, as the page says; null when it does not, or when what it says is an address or a sentence. */
export function readByline(page: Page, metadata: Metadata): string | null {
  const linked = metadata.objects.map(authorsOf).find((names) => names !== '')
  const meta = META.map((name) => metadata.meta.get(name)).find((value) => value !== undefined && isName(value))
  const marked = [...page.querySelectorAll(MARKED)].map(textOf).find(isName)
  const byline = linked ?? meta ?? marked ?? null
  return byline === null ? null : tidy(byline)
}

/** Without "By" before the name and the date behind it. */
function tidy(byline: string): string | null {
  const name = byline.replace(/^(?:by|von|por|par|oleh|di)\s+/i, '').split(/\s+[·|•]\s+|\s+[–—-]\s+(?=\d|\p{Lu}\p{Ll}+ \d)/u)[0] as string
  return name.trim() || null
}

function authorsOf(object: LinkedObject): string {
  const value = object['author']
  const people = (Array.isArray(value) ? value : [value]).map((one) =>
    typeof one === 'string' ? one : ((one as { name?: unknown } | null | undefined)?.name ?? ''),
  )
  return people
    .filter((name): name is string => typeof name === 'string' && isName(name))
    .join(', ')
    .slice(0, MAX_CHARS)
}

function isName(text: string): boolean {
  return text.trim().length > 1 && text.length <= MAX_CHARS && !/^https?:|@|[.!?]\s+\p{Lu}.*[.!?]/u.test(text)
}
