import { type Article, StageError } from '@tipwire/domain'
import { removeBoilerplate } from './boilerplate.ts'
import { readByline } from './byline.ts'
import { readCanonical } from './canonical.ts'
import { parsePage } from './dom.ts'
import { takeEmbeds } from './embeds.ts'
import { readLang } from './lang.ts'
import { mainText } from './main-text.ts'
import { readMetadata } from './metadata.ts'
import { readPublishedAt } from './published-at.ts'
import { shrink } from './shrink.ts'
import { readTitle } from './title.ts'
import { isWall } from './wall.ts'

/**
 * A page's article: main text with paragraphs joined by blank lines, what the page says about it, and the posts it shows.
 * `latest`: when the page was fetched, which bounds the date. Pure; an empty `text` means that the page holds no article. Throws ARTICLE_TOO_LARGE for pages that no publisher makes.
 */
export function readArticle(html: string, { url, latest = null }: { url: string; latest?: string | null }): Article {
  try {
    return read(html, { url, latest })
  } catch (error) {
    // The tree builder walks some trees by recursion.
    if (!(error instanceof RangeError)) throw error
    throw new StageError('ARTICLE_TOO_LARGE', 'The page nests too much to be read.', { retry: 'never' })
  }
}

function read(html: string, { url, latest }: { url: string; latest: string | null }): Article {
  const page = parsePage(shrink(html))
  const metadata = readMetadata(page)
  const title = readTitle(page, metadata)
  const claimedLang = page.documentElement?.getAttribute('lang') ?? ''
  const head = {
    title,
    byline: readByline(page, metadata),
    published_at: readPublishedAt({ page, metadata, url, lang: claimedLang, html, latest }),
    canonical_url: readCanonical({ page, metadata, url }),
  }
  const embeds = takeEmbeds(page, url)
  removeBoilerplate(page)
  const found = mainText(page, { title, metadata })
  const text = isWall(found) ? '' : found
  return { ...head, lang: readLang({ text: text || title, page, metadata }), text, embeds }
}
